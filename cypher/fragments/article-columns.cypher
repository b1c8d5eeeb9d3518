[a.id, a.title, publisher.name, publisher.id, a.author, a.published, a.publishedEarliest, a.publishedLatest, a.language, a.url, a.note, a.paragraphs]
