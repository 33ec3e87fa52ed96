"""Turns collections of questions into what the reader learns from."""

import dataclasses
import glob
import json
import os

from passages import Bm25, normal, read_passages

CANDIDATES = 30


@dataclasses.dataclass
class Example:
    """A question, the passage that answers it (None where nothing does), and passages that do not."""

    collection: str
    question: str
    answer: tuple | None  # (heading path, text)
    span: str  # the words of the answer's text that answer
    given: list  # passages that the question's author marked as misleading
    found: list  # passages that words alone bring, best first
    rank: int | None  # of the answer among what words bring


def read_collection(folder, count):
    """Reads FOLDER/docs and FOLDER/questions.jsonl into examples."""
    all_passages = list(read_passages(os.path.join(folder, "docs"), count))
    search = Bm25([headings + "\n" + text for _, headings, text in all_passages])
    by_file = {}
    for i, (file, _, _) in enumerate(all_passages):
        by_file.setdefault(file, []).append(i)
    with open(os.path.join(folder, "questions.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    examples = [example(row, folder, all_passages, by_file, search) for row in rows]
    return [each for each in examples if each]


def example(row, folder, all_passages, by_file, search):
    def cut(i):
        return all_passages[i][1:]

    span = normal(row["passage"]) if row["answerable"] else ""
    answers = [normal(answer) for answer in row["answers"]] if row["answerable"] else []
    right = right_passages(row, span, answers, all_passages, by_file) if row["answerable"] else []
    if row["answerable"] and not right:
        return None
    ranked = search.best(row["question"], CANDIDATES)
    wrong = [
        i
        for i in ranked
        if i not in right and not (answers and all(a in all_passages[i][2] for a in answers))
    ]
    given = []
    for negative in row.get("negatives", []):
        start = normal(negative["text"])[:60]
        hits = [i for i in by_file.get(negative["file"], []) if start in all_passages[i][2]]
        given += [i for i in hits[:1] if i not in right and i not in given]
    return Example(
        collection=os.path.basename(os.path.normpath(folder)),
        question=row["question"],
        answer=cut(right[0]) if right else None,
        span=span,
        given=[cut(i) for i in given],
        found=[cut(i) for i in wrong[:16]],
        rank=next((rank for rank, i in enumerate(ranked) if i in right), None),
    )


def right_passages(row, span, answers, all_passages, by_file):
    """The passages that hold the span, whole ones first, then those that hold its start or all answers."""
    hits = [i for file in row["files"] for i in by_file.get(file, [])]
    whole = [i for i in hits if span in all_passages[i][2]]
    partly = [
        i
        for i in hits
        if i not in whole
        and (span[:60] in all_passages[i][2] or all(a in all_passages[i][2] for a in answers))
    ]
    return whole + partly


def read_all(pattern, count):
    examples = []
    for folder in sorted(glob.glob(pattern)):
        if os.path.exists(os.path.join(folder, "questions.jsonl")):
            found = read_collection(folder, count)
            print(f"{os.path.basename(folder)}: {len(found)} questions", flush=True)
            examples += found
    return examples
