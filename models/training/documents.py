"""
Fetches the documents that the questions here are about: python documents.py TARGET

TARGET gets a folder for each collection, with docs/ and questions.jsonl, as train.py reads them.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent / "questions"


def main():
    target = pathlib.Path(sys.argv[1])
    for origin in sorted(HERE.glob("*/origin.json")):
        folder = target / origin.parent.name
        told = json.loads(origin.read_text(encoding="utf-8"))
        if not (folder / "docs").exists():
            fetch(told, folder)
        shutil.copy(origin.parent / "questions.jsonl", folder)
        broken = missing(folder)
        print(f"{folder.name}: {len(told['files'])} documents, {len(broken)} passages not found", *broken)


def fetch(told, folder):
    clone = folder / "clone"
    git("clone", "--quiet", "--no-checkout", "--filter=blob:none", told["repository"], clone)
    for file in told["files"]:
        path = f"{told['below']}/{file}" if told["below"] else file
        text = git("-C", clone, "show", f"{told['commit']}:{path}")
        copy = folder / "docs" / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(text)
    shutil.rmtree(clone)


def git(*arguments):
    return subprocess.run(["git", *map(str, arguments)], check=True, capture_output=True).stdout


def missing(folder):
    """The ids of questions whose passage is not in its document."""
    found = []
    for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["answerable"]:
            text = (folder / "docs" / row["files"][0]).read_text(encoding="utf-8", errors="replace")
            if normal(row["passage"]) not in normal(text):
                found.append(row["id"])
    return found


def normal(text):
    return re.sub(r"\s+", " ", text).strip()


if __name__ == "__main__":
    main()
