/** Texts that break what quotes, escapes or splits them carelessly. */
export const AWKWARD = [
  "it's", 'say "so"', 'back\\slash', 'two\\\\slashes', 'ends in a backslash\\', 'line\nbreak\r\nand\ttab', "'; MATCH (n) DETACH DELETE n //", "\\'; MATCH (n) DETACH DELETE n //", '\\u0027}) DETACH DELETE n //', '\\\\u0027', '/* a */ // b', 'a;\nb;',
  'العربية نصّ', '\u202Eright to left', '😀 👩‍👩‍👧', 'e\u0301 is not é', '\u0000\u0007\u007F\u0085', '\u2028\u2029', '`tick`', '$given.rows', '${rows}', '{{braces}} % & # _ ^ ~', '<b>&amp;</b> ]]>', '=1+1', '+1', '-1', '@sum', 'a,b;c|d\u001Fe', 'NULL', '', ' spaces ', '_x0041_',
  '\uFEFFmark', '\uFFFEnonsense\uFFFF', '\u{10FFFF}',
];
