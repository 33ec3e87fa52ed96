"""Makes examples of documents alone: a heading asks for its passage, or a sentence for what stood around it."""

import os
import random
import re

from examples import Example
from passages import Bm25, read_passages

MOST_NEGATIVES = 16
LEAST_HAN = 40  # of a passage


def han(text):
    return len(re.findall("[\u4e00-\u9fff]", text))


def read_folder(folder, count, most):
    """Up to `most` examples of FOLDER/docs: half ask by a heading, half by a sentence that is taken out."""
    all_passages = list(read_passages(os.path.join(folder, "docs"), count))
    search = Bm25([headings + "\n" + text for _, headings, text in all_passages])
    picked = [i for i, (_, _, text) in enumerate(all_passages) if han(text) >= LEAST_HAN]
    random.shuffle(picked)
    examples = []
    for i in picked[:most]:
        asked = by_heading(all_passages[i]) if random.random() < 0.5 else None
        asked = asked or by_sentence(all_passages[i])
        if asked:
            question, passage, heading = asked
            found = [
                without(heading, all_passages[j][1:])
                for j in search.best(question, 30)
                if j != i and not (heading and all_passages[j][1].split(" > ")[-1] == heading)
            ]
            if len(found) >= 4:
                name = os.path.basename(os.path.normpath(folder))
                examples.append(Example(name, question, passage, "\0", [], found[:MOST_NEGATIVES], 0))
    return examples


def by_heading(passage):
    _, headings, text = passage
    path = headings.split(" > ")
    if han(path[-1]) < 4 or path[-1].endswith((".md", ".mdx", ".rst")):
        return None
    if random.random() < 0.3 and len(path) > 1:
        return path[-2] + " " + path[-1], (" > ".join(path[:-2]), text), path[-1]
    return path[-1], (" > ".join(path[:-1]), text), path[-1]


def by_sentence(passage):
    _, headings, text = passage
    sentences = [each for each in re.split(r"(?<=[。！？；])", text) if each.strip()]
    if len(sentences) < 3:
        return None
    k = random.randrange(len(sentences))
    question = sentences[k].strip()
    if not 8 <= han(question) <= 45:
        return None
    return question, (headings, "".join(sentences[:k] + sentences[k + 1 :])), None


def without(heading, passage):
    """Where a heading asked, most wrong passages lack theirs as the right one does."""
    headings, text = passage
    if heading and random.random() < 0.7:
        headings = " > ".join(headings.split(" > ")[:-1])
    return headings, text
