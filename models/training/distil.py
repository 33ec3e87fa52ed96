"""A smaller reader from a larger one, through the same questions."""

import torch
import torch.nn.functional as functional
from reader import Batch, Pair, choose_wrong

def layers_kept(all_layers, layers):
    """Which layers a smaller one starts from: the first, the last and evenly between."""
    return [round(i * (all_layers - 1) / (layers - 1)) for i in range(layers)]


def shallow(reader, layers):
    """The same reader with that many of its layers."""
    kept = layers_kept(len(reader.bert.encoder.layer), layers)
    reader.bert.encoder.layer = torch.nn.ModuleList(reader.bert.encoder.layer[i] for i in kept)
    reader.bert.config.num_hidden_layers = layers
    return reader


def loss_of(student, teacher, tokenizer, example, negatives):
    """As the teacher reads each passage, and as the author of the question says."""
    read = ([example.answer] if example.answer else []) + choose_wrong(example, negatives)
    pairs = [Pair.of(tokenizer, example.question, *passage) for passage in read]
    batch = Batch.of(pairs)
    with torch.no_grad():
        taught, taught_answer, taught_states = teacher.read(batch)
    relevance, answer, states = student.read(batch)
    text = torch.zeros_like(answer)
    for row, pair in enumerate(pairs):
        text[row, pair.text_from : len(pair.tokens) - 1] = 1
    loss = functional.binary_cross_entropy_with_logits(relevance, taught.sigmoid())
    loss = loss + functional.kl_div(relevance.log_softmax(0), taught.log_softmax(0), reduction="sum", log_target=True)
    loss = loss + token_loss(answer, taught_answer.sigmoid(), text)
    loss = loss + token_loss(answer[:1], taught_answer[:1].sigmoid(), text[:1])
    mask = batch.mask[..., None]  # what the last layers say of each token is to be alike, too
    apart = ((states - taught_states) ** 2 * mask).sum() / (taught_states ** 2 * mask).sum()
    loss = loss + 2 * apart
    if not example.answer:
        return loss + 0.5 * functional.binary_cross_entropy_with_logits(relevance, torch.zeros(len(pairs)))
    right = torch.zeros(len(pairs))
    right[0] = 1
    told = functional.binary_cross_entropy_with_logits(relevance, right)
    told = told + functional.cross_entropy(relevance[None], torch.tensor([0]))
    marks = pairs[0].marks(example.answer[1], example.span)
    if marks is not None and len(marks):
        start = pairs[0].text_from
        told = told + functional.binary_cross_entropy_with_logits(
            answer[0, start : start + len(marks)], marks, pos_weight=torch.tensor(2.0)
        )
    return loss + 0.5 * told


def token_loss(answer, taught, mask):
    each = functional.binary_cross_entropy_with_logits(answer, taught, reduction="none")
    return (each * mask).sum() / mask.sum()
