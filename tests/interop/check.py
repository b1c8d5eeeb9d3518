"""Reads every export back with the tools it is meant for, and counts what they find.

Usage: check.py FOLDER. Prints one JSON object a line: format, parser, nodes, ties, citations, the passages cited, and `fault` if something beside these is not as it should be.
What the counts and passages should be is not known here; run.ts compares. A passage has the claim's id and what the format has fields of its own for: article, paragraph, headline, former, attribution
(in order), summary; what it has only in words is its `text`.
"""

import json
import sys
from pathlib import Path

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
UNDIRECTED = {"is allied with", "clashed with", "competes with", "met with"}
CHECKS = []


def check(format_name, parser):
    def add(function):
        CHECKS.append((format_name, parser, function))
        return function

    return add


def require(condition, message):
    if not condition:
        raise AssertionError(message)


@check("csv", "pandas")
def csv_pandas(folder):
    import pandas

    tables = {name: pandas.read_csv(folder / "csv" / f"{name}.csv", keep_default_na=False, na_values=[""]) for name in ("nodes", "ties", "claims", "articles", "origins", "incidents", "paragraphs", "rivals", "about")}
    for name, table in tables.items():
        for column in table.select_dtypes(include=["object", "string"]):
            require(not table[column].dropna().map(lambda cell: isinstance(cell, str) and cell.startswith(FORMULA)).any(), f"{name}.{column} has a cell that starts a formula")
    claims = tables["claims"]
    require(claims["article"].isin(tables["articles"]["id"]).all(), "a claim's article is not among the articles")
    require(claims["tie"].isin(tables["ties"]["id"]).all(), "a claim's tie is not among the ties")
    require(claims["paragraph"].dropna().ge(1).all(), "a paragraph is no number from 1")
    require(set(claims["id"]) >= set(tables["rivals"]["claim"]) | set(tables["rivals"]["rival"]), "a rival is not among the claims")
    require(set(tables["paragraphs"]["article"]) <= set(tables["articles"]["id"]), "a paragraph of no article")
    return len(tables["nodes"]), len(tables["ties"]), [row_passage(row) for row in claims.astype(object).where(claims.notna(), None).to_dict("records")]


def row_passage(row):
    """One row of the table of claims."""
    return {
        "claim": row["id"], "article": row["article"], "paragraph": None if row["paragraph"] is None else int(row["paragraph"]), "headline": truth(row["headline"]), "former": truth(row["former"]),
        "attribution": (row["attribution"] or "").split(" | ") if row["attribution"] else [], "summary": row["summary"],
    }


def truth(cell):
    return cell if isinstance(cell, bool) else cell == "true"


@check("xlsx", "openpyxl")
def xlsx_openpyxl(folder):
    import openpyxl
    from openpyxl.utils.escape import unescape

    book = openpyxl.load_workbook(folder / "fealty.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                require(cell.data_type != "f" and not (isinstance(cell.value, str) and cell.value.startswith(FORMULA)), f"{sheet.title}!{cell.coordinate} starts a formula")
    header = [cell.value for cell in book["claims"][1]]
    # The standard's escape for a text that looks like an escape; this reader leaves it to whoever asks.
    rows = [{name: unescape(cell) if isinstance(cell, str) else cell for name, cell in zip(header, row)} for row in book["claims"].iter_rows(min_row=2, values_only=True)]
    return book["nodes"].max_row - 1, book["ties"].max_row - 1, [row_passage(row) for row in rows]


def passages_of(texts):
    """Citations as the formats of graphs have them: a list in JSON on each edge."""
    return [passage_of(citation) for text in texts for citation in json.loads(text)]


def passage_of(citation):
    require(citation["title"] and citation["publisher"], "a citation without title or publisher")
    return {**{name: citation[name] for name in ("claim", "article", "paragraph", "attribution", "summary")}, "headline": citation.get("headline", False), "former": citation.get("former", False)}


@check("graphml", "networkx")
def graphml_networkx(folder):
    import networkx

    graph = networkx.read_graphml(folder / "fealty.graphml", force_multigraph=True)
    for _, _, edge in graph.edges(data=True):
        require(isinstance(edge["claims"], int) and isinstance(edge["directed"], bool) and edge["claims"] == len(json.loads(edge["citations"])), "an attribute of an edge has another type, or counts otherwise")
    require(any(isinstance(node.get("latitude"), float) for _, node in graph.nodes(data=True)), "no node has a latitude that is a number")
    return graph.number_of_nodes(), graph.number_of_edges(), passages_of(edge["citations"] for _, _, edge in graph.edges(data=True))


@check("graphml", "igraph")
def graphml_igraph(folder):
    import igraph

    graph = igraph.Graph.Read_GraphML(str(folder / "fealty.graphml"))
    return graph.vcount(), graph.ecount(), passages_of(graph.es["citations"])


@check("gexf", "networkx")
def gexf_networkx(folder):
    import networkx

    graph = networkx.read_gexf(folder / "fealty.gexf")
    edges = [edge for _, _, edge in graph.edges(data=True)]
    require(any("spells" in edge for edge in edges), "no edge has spells")
    return graph.number_of_nodes(), graph.number_of_edges(), passages_of(edge["citations"] for edge in edges)


def count_stix(objects):
    ties = [o for o in objects if o["type"] == "relationship" and not o.get("revoked")]
    require(len(ties) < sum(o["type"] == "relationship" for o in objects), "the tie that has ended is not revoked")
    require(all(o["created"] <= o["modified"] for o in objects), "an object changed before it was made")
    standard = {("threat-actor", "targets", "identity"), ("threat-actor", "targets", "location"), ("identity", "located-at", "location"), ("threat-actor", "located-at", "location")}
    for tie in ties:
        require(tie["relationship_type"] == "related-to" or (tie["source_ref"].split("--")[0], tie["relationship_type"], tie["target_ref"].split("--")[0]) in standard, "a relationship that the standard does not know")
    nodes = {o["id"] for o in objects if o["type"] != "relationship"}
    require(all(tie["source_ref"] in nodes and tie["target_ref"] in nodes for tie in ties), "a relationship leads nowhere")
    require(not any("confidence" in o for o in objects), "an object states a confidence")
    references = [reference for tie in ties for reference in tie["external_references"]]
    return len(nodes), len(ties), [{"claim": r["external_id"], "text": f"{r['source_name']}\n{r['description']}"} for r in references]


@check("stix", "stix2")
def stix_stix2(folder):
    import stix2

    bundle = stix2.parse((folder / "fealty.stix.json").read_text("utf-8"), allow_custom=False, version="2.1")
    return count_stix(bundle.objects)


@check("stix", "stix2-validator")
def stix_validator(folder):
    from stix2validator import ValidationOptions, validate_file

    results = validate_file(str(folder / "fealty.stix.json"), ValidationOptions(version="2.1"))
    require(results.is_valid, "; ".join(str(error) for error in (results.object_results[0].errors or [])[:3]) if results.object_results else "not valid")
    return count_stix(json.loads((folder / "fealty.stix.json").read_text("utf-8"))["objects"])


@check("ftm", "followthemoney")
def ftm_followthemoney(folder):
    from followthemoney import model

    proxies = {}
    # Not splitlines(): that takes more than a line feed for the end of a line.
    for line in (folder / "fealty.ftm.json").read_text("utf-8").split("\n")[:-1]:
        data = json.loads(line)
        model.get(data["schema"]).validate(data)
        proxy = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            require(len(proxy.get(name)) == len(set(values)), f"{data['schema']}.{name} does not take {values}")
        require(proxy.id not in proxies, f"{proxy.id} is there twice")
        proxies[proxy.id] = proxy
    parties = [p for p in proxies.values() if p.schema.name in ("Person", "Organization", "PublicBody", "Address")]
    links = [p for p in proxies.values() if p.schema.name in ("UnknownLink", "Membership")]
    documented = {}
    for proxy in proxies.values():
        if proxy.schema.name != "Documentation":
            continue
        require(proxies[proxy.first("document")].schema.is_a("Document"), "a source is no Document")
        documented.setdefault(proxy.first("recordId"), set()).add((proxy.first("entity"), proxy.first("document"), proxy.first("role")))
    ties = set()
    for link in links:
        ends = [link.first(name) for name in (("subject", "object") if link.schema.name == "UnknownLink" else ("member", "organization"))]
        require(all(end in proxies for end in ends), "a link leads nowhere")
        require({entity for entity, _, _ in documented[link.first("recordId")]} == set(ends), "a link without its documents")
        # A link's role may have more than one value (a rank); what the tie is called is among them.
        role = next(role for role in link.get("role") if role in ROLES)
        ties.add((role, *(sorted(ends) if role in UNDIRECTED else ends)))
    passages = []
    for link in links:
        (document, role), = {(document, role) for _, document, role in documented[link.first("recordId")]}
        passages.append({
            "claim": link.first("recordId"), "article": document.removeprefix("fealty-article-"), "paragraph": None if role == "cited" else int(role.split()[1]), "headline": role.endswith("(headline)"),
            "former": "former" in link.get("status"), "summary": link.first("summary"), "text": link.first("description"),
        })
    return len(parties), len(ties), passages


ROLES = UNDIRECTED | {"attacked", "killed civilians", "pressed", "is backed by", "commands", "is part of", "was present at", "controls", "withdrew from"}


def rdf(folder):
    import rdflib

    return rdflib.Graph().parse(folder / "fealty.jsonld", format="json-ld")


def count_rdf(graph):
    from urllib.parse import unquote

    from rdflib import RDF, Namespace
    from rdflib.collection import Collection

    def local(iri):
        return unquote(str(iri).split(":", 3)[3])

    fealty, prov, schema = Namespace("urn:fealty:vocabulary:"), Namespace("http://www.w3.org/ns/prov#"), Namespace("https://schema.org/")
    parties = set().union(*(set(graph.subjects(RDF.type, fealty[kind])) for kind in ("Actor", "Commander", "Location")))
    passages = []
    for claim in graph.subjects(RDF.type, fealty.Claim):
        for article in graph.objects(claim, prov.wasDerivedFrom):
            require((article, RDF.type, schema.Article) in graph, "a claim is derived from something that is no article")
            paragraph, chain = graph.value(claim, fealty.paragraph), graph.value(claim, fealty.attribution)
            credited = [] if chain is None else list(Collection(graph, chain))
            require(set(credited) == set(graph.objects(claim, prov.wasAttributedTo)), "the chain of attribution and whom the claim is attributed to differ")
            passages.append({
                "claim": local(claim), "article": local(article), "paragraph": None if paragraph is None else int(paragraph), "headline": bool(graph.value(claim, fealty.inHeadline)), "former": bool(graph.value(claim, fealty.former)),
                "attribution": [str(graph.value(origin, schema.name)) for origin in credited], "summary": str(graph.value(claim, fealty.summary)),
            })
    return len(parties), len(set(graph.subjects(RDF.type, fealty.Tie))), passages


@check("jsonld", "rdflib")
def jsonld_rdflib(folder):
    return count_rdf(rdf(folder))


@check("jsonld", "pyshacl")
def jsonld_pyshacl(folder):
    import pyshacl
    from rdflib import Namespace

    shapes = str(Path(__file__).resolve().parents[2] / "docs" / "fealty.shacl.ttl")
    graph = rdf(folder)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, shacl_graph_format="turtle")
    require(conforms, text[:1000])
    # The shapes see what they are there for: a claim without its article.
    prov = Namespace("http://www.w3.org/ns/prov#")
    broken = rdf(folder)
    broken.remove((next(broken.subjects(prov.wasDerivedFrom)), prov.wasDerivedFrom, None))
    require(not pyshacl.validate(broken, shacl_graph=shapes, shacl_graph_format="turtle")[0], "the shapes do not miss a claim's article")
    return count_rdf(graph)


@check("geojson", "geopandas")
def geojson_geopandas(folder):
    import geopandas

    frame = geopandas.read_file(folder / "fealty.geojson")
    placed = frame[frame.geometry.notna()]
    require(placed.geometry.is_valid.all() and (placed.geometry.geom_type == "Point").all(), "a geometry is no valid point")
    require(placed["precision_m"].gt(0).all(), "a point without its precision")
    require(set(frame["feature"]) == {"place", "incident"}, "places and incidents")
    citations = frame["citations"].map(lambda value: json.loads(value) if isinstance(value, str) else list(value))
    return len(frame), None, [passage_of(citation) for of_feature in citations for citation in of_feature]


@check("geojson", "shapely")
def geojson_shapely(folder):
    from shapely.geometry import shape

    features = json.loads((folder / "fealty.geojson").read_text("utf-8"))["features"]
    shapes = [shape(feature["geometry"]) for feature in features if feature["geometry"]]
    require(all(s.is_valid and -180 <= s.x <= 180 and -90 <= s.y <= 90 for s in shapes), "a geometry is no valid point")
    return len(features), None, [passage_of(citation) for feature in features for citation in feature["properties"]["citations"]]


@check("bibtex", "pybtex")
def bibtex_pybtex(folder):
    from pybtex.database import parse_file

    entries = parse_file(str(folder / "fealty.bib"), bib_format="bibtex").entries
    require(all(entry.fields["title"] and entry.fields["journal"] for entry in entries.values()), "an entry without title or journal")
    return None, None, len(entries)


@check("csl", "citeproc-py")
def csl_citeproc(folder):
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads((folder / "fealty.csl.json").read_text("utf-8"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    require(all(str(line).strip() for line in bibliography.bibliography()), "an entry that comes out empty")
    return None, None, len(bibliography.bibliography())


def main():
    folder = Path(sys.argv[1])
    for format_name, parser, function in CHECKS:
        try:
            nodes, ties, cited = function(folder)
            found = {"nodes": nodes, "ties": ties, "citations": cited if isinstance(cited, int) else len(cited), **({} if isinstance(cited, int) else {"passages": cited})}
        except Exception as error:  # any way in which a foreign parser refuses a file is what this is here to tell
            found = {"fault": f"{type(error).__name__}: {error}"[:600]}
        print(json.dumps({"format": format_name, "parser": parser, **found}), flush=True)


main()
