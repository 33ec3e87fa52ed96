"""
Trains a reader: python train.py --language en --model ../bge-small-en-v1.5 --questions DIR --out reader-en.onnx

DIR holds a folder for each collection: its documents in docs/ and its questions in questions.jsonl.
"""

import argparse
import glob
import os
import random
import time

import distil
import headings
import torch
from encoder import load, load_reader, save
from examples import read_all
from reader import Batch, Pair, Reader, loss_of
from tokenizers import Tokenizer

QUESTIONS_A_STEP = 4
WRONG_TO_A_HEADING = 3


def main():
    options = parse()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    published = next(
        path for path in sorted(glob.glob(f"{options.model}/*.onnx")) if "prepared" not in path
    )
    tokenizer = Tokenizer.from_file(glob.glob(f"{options.model}/*tokenizer.json")[0])
    tokenizer.no_truncation()

    def count(text):
        return len(tokenizer.encode(text, add_special_tokens=False).ids)

    kept = set(options.held_back)
    examples = [e for e in read_all(f"{options.questions}/*", count) if e.collection not in options.without]
    learnt = [e for e in examples if e.collection not in kept]
    teacher = load_reader(options.teacher).eval() if options.teacher else None
    if teacher:
        reader = distil.shallow(load_reader(options.teacher), options.layers)
    else:
        reader = Reader(load(published))
    if options.resume:
        reader.load_state_dict(torch.load(options.resume))
    if options.headings:
        folders = sorted(glob.glob(f"{options.questions}/*"))
        first = [e for each in folders for e in headings.read_folder(each, count, options.headings)]
        fit(reader, teacher, tokenizer, first, options, 1, WRONG_TO_A_HEADING)
    fit(reader, teacher, tokenizer, learnt, options, options.epochs, options.negatives)
    torch.save(reader.state_dict(), options.out.removesuffix(".onnx") + ".pt")
    save(reader, published, options.out)
    report(reader, tokenizer, [e for e in examples if e.collection in kept and e.answer])


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", required=True, choices=["en", "zh"])
    parser.add_argument("--model", required=True, help="folder of the published encoder")
    parser.add_argument("--questions", required=True, help="folder of collections")
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=float, default=1.5)
    parser.add_argument("--negatives", type=int, default=4, help="wrong passages a question")
    parser.add_argument("--held-back", nargs="*", default=[], help="collections to report on")
    parser.add_argument("--without", nargs="*", default=[], help="collections to leave out")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--headings", type=int, default=0, help="passages a collection to learn from by their headings first")
    parser.add_argument("--stop", type=int, help="stop after that many questions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=5e-5, help="of learning, for the encoder")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="the same for the two outputs")
    parser.add_argument("--warm-up", type=float, default=0.1, help="share of the steps until the full rate")
    parser.add_argument("--teacher", help="a reader to make a smaller one from")
    parser.add_argument("--layers", type=int, default=6, help="of the smaller one")
    parser.add_argument("--resume", help="weights to start from instead of the published ones")
    return parser.parse_args()


def fit(reader, teacher, tokenizer, examples, options, epochs, negatives):
    reader.train()
    heads = [*reader.relevance.parameters(), *reader.answer.parameters()]
    encoder = [p for p in reader.bert.parameters() if p.requires_grad]
    groups = [
        {"params": encoder, "lr": options.rate, "peak": options.rate},
        {"params": heads, "lr": options.head_rate, "peak": options.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    total = int(epochs * len(examples))
    order = []
    while len(order) < total:
        order += random.sample(examples, len(examples))
    started, losses = time.monotonic(), []
    for done, example in enumerate(order[: options.stop or total], 1):
        if example.answer or example.found:
            loss = (
                distil.loss_of(reader, teacher, tokenizer, example, negatives)
                if teacher
                else loss_of(reader, tokenizer, example, negatives)
            )
            (loss / QUESTIONS_A_STEP).backward()
            losses.append(loss.item())
        if done % QUESTIONS_A_STEP == 0:
            share = done / total
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * max(min(1, share / options.warm_up) * (1 - share), 0.02)
            torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
            optimizer.step()
            optimizer.zero_grad()
        if done % 20 == 0:
            recent = losses[-100:]
            print(
                f"{done} of {total}: loss {sum(recent) / len(recent):.3f}, {time.monotonic() - started:.0f} s",
                flush=True,
            )
        if done % 500 == 0:
            torch.save(reader.state_dict(), options.out.removesuffix(".onnx") + ".part.pt")


def report(reader, tokenizer, examples):
    reader.eval()
    first = 0
    with torch.no_grad():
        for example in examples:
            read = [example.answer, *example.found[:9]]
            pairs = [Pair.of(tokenizer, example.question, *passage) for passage in read]
            relevance, _ = reader(Batch.of(pairs))
            first += int(relevance.argmax() == 0)
    words = sum(example.rank == 0 for example in examples)
    if examples:
        print(
            f"held back: of {len(examples)} right passages among ten the reader puts {first} first,"
            f" words alone {words}"
        )


if __name__ == "__main__":
    main()
