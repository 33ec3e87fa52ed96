"""
Trains an embedder further on questions as people type them: python retriever.py --model DIR
--questions DIR --held-back ONE --out FILE.onnx

Each question is to be nearer to the passage that answers than to those of the other questions, and
than to two that mislead. What comes of it is measured mixed with the published weights, too, since
an embedder that learns a team's questions forgets other texts; one of the mixtures is written.
"""

import argparse
import glob
import json
import os
import random
import time

import torch
import torch.nn.functional as functional
from encoder import load, save_embedder
from examples import read_all
from passages import Bm25, normal, read_passages
from tokenizers import Tokenizer

TEMPERATURE = 0.03
MOST_TOKENS = 256
DEPTH = 100
SHARES = (0.3, 0.4, 0.5)  # of the weights that were learnt


def main():
    options = parse()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    retriever = Retriever(options.model, options.prefix)
    held = [Collection(f"{options.questions}/{name}", retriever.count) for name in options.held_back]
    report("published", retriever, held)
    before = {name: value.clone() for name, value in retriever.bert.state_dict().items()}
    examples = read_all(f"{options.questions}/*", retriever.count)
    fit(retriever, [e for e in examples if e.collection not in options.held_back and e.answer], options)
    torch.save(retriever.bert.state_dict(), os.path.splitext(options.out)[0] + ".pt")
    report("learnt", retriever, held)
    learnt = {name: value.clone() for name, value in retriever.bert.state_dict().items()}
    for share in SHARES:
        retriever.bert.load_state_dict(mixture(before, learnt, share))
        report(f"{share} of it", retriever, held)
    retriever.bert.load_state_dict(mixture(before, learnt, options.share))
    save_embedder(retriever.bert, published(options.model), options.out)


def mixture(before, learnt, share):
    return {name: share * learnt[name] + (1 - share) * before[name] for name in before}


def published(folder):
    return next(p for p in sorted(glob.glob(f"{folder}/*.onnx")) if "prepared" not in p)


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="folder of the published embedder")
    parser.add_argument("--questions", required=True, help="folder of collections")
    parser.add_argument("--out", required=True)
    parser.add_argument("--held-back", nargs="*", default=[], help="collections to report on")
    parser.add_argument("--prefix", default="", help="what stands before a question")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-5)
    parser.add_argument("--share", type=float, default=0.4, help="of the learnt weights in what is written")
    parser.add_argument("--epochs", type=float, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    return parser.parse_args()


class Retriever:
    """The published embedder: the first token's state, of unit length."""

    def __init__(self, folder, prefix):
        file = glob.glob(f"{folder}/*tokenizer.json")[0]
        self.tokenizer = Tokenizer.from_file(file)
        self.tokenizer.enable_truncation(MOST_TOKENS)
        self.tokenizer.enable_padding(pad_id=0)
        self.counter = Tokenizer.from_file(file)
        self.counter.no_truncation()
        self.prefix = prefix
        self.bert = load(published(folder))
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)

    def count(self, text):
        return len(self.counter.encode(text, add_special_tokens=False).ids)

    def embed(self, texts):
        encoded = self.tokenizer.encode_batch(texts)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.bert(
                input_ids=torch.tensor([each.ids for each in encoded]),
                attention_mask=torch.tensor([each.attention_mask for each in encoded]),
            ).last_hidden_state
        return functional.normalize(states[:, 0].float(), dim=-1)

    def questions(self, texts):
        return self.embed([self.prefix + text for text in texts])

    def many(self, texts):
        """Short ones together with short ones."""
        found = [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        with torch.no_grad():
            for start in range(0, len(order), 32):
                part = order[start : start + 32]
                for i, vector in zip(part, self.embed([texts[i] for i in part])):
                    found[i] = vector
        return torch.stack(found)


class Collection:
    """Passages, and the questions that one of them answers."""

    def __init__(self, folder, count):
        self.name = os.path.basename(folder)
        self.passages = list(read_passages(f"{folder}/docs", count))
        self.search = Bm25([headings + "\n" + text for _, headings, text in self.passages])
        with open(f"{folder}/questions.jsonl", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.rows = [row for row in rows if row["answerable"]]

    def right(self, row):
        span = normal(row["passage"])[:60]
        answers = [normal(answer) for answer in row["answers"]]
        return {
            i
            for i, (file, _, text) in enumerate(self.passages)
            if file in row["files"] and (span in text or all(answer in text for answer in answers))
        }


def report(what, retriever, collections):
    """Right passage first / in ten / in fifty: by vectors, and joined with BM25 by reciprocal rank."""
    retriever.bert.eval()
    for collection in collections:
        passages = retriever.many([text for _, _, text in collection.passages])
        asked = retriever.many([retriever.prefix + row["question"] for row in collection.rows])
        hits = {"vectors": [0, 0, 0], "joined": [0, 0, 0]}
        for row, likeness in zip(collection.rows, asked @ passages.T):
            near = likeness.argsort(descending=True)[:DEPTH].tolist()
            ranks = {}
            for ranked in (near, collection.search.best(row["question"], DEPTH)):
                for rank, i in enumerate(ranked):
                    ranks[i] = ranks.get(i, 0) + 1 / (60 + rank)
            right = collection.right(row)
            for name, ranked in (("vectors", near), ("joined", sorted(ranks, key=lambda i: -ranks[i]))):
                first = next((rank for rank, i in enumerate(ranked) if i in right), DEPTH)
                for j, most in enumerate((1, 10, 50)):
                    hits[name][j] += first < most
        print(f"{what}: {collection.name}, {len(collection.rows)} questions, {hits}", flush=True)
    retriever.bert.train()


def fit(retriever, examples, options):
    random.shuffle(examples)
    learnt = [each for each in retriever.bert.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=options.rate, weight_decay=0.01)
    steps = int(options.epochs * len(examples)) // options.batch
    started, losses = time.monotonic(), []
    retriever.bert.train()
    for step in range(steps):
        part = [examples[(step * options.batch + i) % len(examples)] for i in range(options.batch)]
        passages = [example.answer[1] for example in part]
        for example in part:
            misleading = example.given[:2] + example.found[:6]
            passages += [text for _, text in random.sample(misleading, min(2, len(misleading)))]
        likeness = retriever.questions([e.question for e in part]) @ retriever.embed(passages).T
        loss = functional.cross_entropy(likeness / TEMPERATURE, torch.arange(len(part)))
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / (0.1 * steps)) * max(0.05, 1 - step / steps)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        if step % 10 == 9:
            recent = losses[-20:]
            print(
                f"{step + 1} of {steps}: loss {sum(recent) / len(recent):.3f}, {time.monotonic() - started:.0f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
