"""Cuts documents into passages, as Gill does in the large, and finds candidates among them by words."""

import collections
import math
import os
import re

MOST_TOKENS = 210
MARKS = '=-~^"*+#'


def normal(text):
    return re.sub(r"\s+", " ", text).strip()


def blocks(text):
    """Yields (headings, block) of a text in Markdown, AsciiDoc or reStructuredText."""
    headings, block, code = [], [], False
    lines = text.split("\n")
    done = []

    def flush():
        whole = "\n".join(block).strip()
        if whole:
            done.append((tuple(h for h in headings if h), whole))
        block.clear()

    def enter(level, title):
        del headings[level - 1 :]
        headings.extend([""] * (level - 1 - len(headings)))
        headings.append(title)

    for i, line in enumerate(lines):
        if line.strip().startswith(("```", "~~~")):
            code = not code
        heading = None if code else re.match(r"^(#{1,6}|={1,5})\s+(.*)", line)
        if heading:
            flush()
            enter(len(heading.group(1)), heading.group(2).strip(" #"))
        elif not code and not block and underlined(lines, i):
            flush()
            enter(MARKS.index(lines[i + 1].strip()[0]) + 1, line.strip())
            lines[i + 1] = ""
        elif not line.strip() and not code:
            flush()
        else:
            block.append(line)
    flush()
    return done


def underlined(lines, i):
    if i + 1 >= len(lines) or not lines[i].strip():
        return False
    rule = lines[i + 1].strip()
    return bool(re.match(r'^([=\-~^"*+#])\1{2,}$', rule)) and len(rule) >= len(lines[i].strip()) - 1


def passages(text, title, count):
    """Cuts a document into (heading path, text); count tells the tokens of a text."""
    done, current, path, tokens = [], [], None, 0

    def flush():
        nonlocal tokens
        if current:
            done.append((" > ".join(path) if path else title, normal("\n\n".join(current))))
        current.clear()
        tokens = 0

    for headings, block in blocks(text):
        size = count(block)
        if headings != path or tokens + size > MOST_TOKENS:
            flush()
            path = headings
        pieces = [block] if size <= MOST_TOKENS else re.split(r"(?<=[.!?。！？;；])\s*|\n", block)
        for piece in pieces:
            size = count(piece)
            if tokens + size > MOST_TOKENS:
                flush()
            current.append(piece)
            tokens += size
    flush()
    return done


def read_passages(folder, count):
    """Yields (file, heading path, text) of every passage below a folder, in the order of its files."""
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(root, name)
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            relative = os.path.relpath(path, folder)
            for headings, passage in passages(text, relative, count):
                yield relative, headings, passage


def words(text):
    text = text.lower()
    letters = [word[:6] for word in re.findall(r"[a-z0-9_]+", text)]
    characters = re.findall(r"[\u4e00-\u9fff]", text)
    return letters + characters + [a + b for a, b in zip(characters, characters[1:])]


class Bm25:
    """Robertson's BM25 with k1 = 1.2 and b = 0.75."""

    def __init__(self, texts):
        self.counts = [collections.Counter(words(text)) for text in texts]
        self.lengths = [sum(count.values()) for count in self.counts]
        self.mean = sum(self.lengths) / max(1, len(texts))
        self.postings = collections.defaultdict(list)
        for i, count in enumerate(self.counts):
            for word in count:
                self.postings[word].append(i)

    def best(self, question, most):
        scores = collections.Counter()
        for word in sorted(set(words(question))):
            found = self.postings.get(word, ())
            rarity = math.log(1 + (len(self.counts) - len(found) + 0.5) / (len(found) + 0.5))
            for i in found:
                often = self.counts[i][word]
                norm = 1.2 * (0.25 + 0.75 * self.lengths[i] / self.mean)
                scores[i] += rarity * often * 2.2 / (often + norm)
        return [i for i, _ in scores.most_common(most)]
