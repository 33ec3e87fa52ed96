"""Carries the weights of a published BERT encoder from ONNX to PyTorch and back."""

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from reader import Reader
from transformers import BertConfig, BertModel



def dense_weights(graph):
    """Maps the name of each dense layer's bias to the name of the weight that is multiplied before it."""
    constants = set(constants_of(graph))
    producers = {output: node for node in graph.node for output in node.output}
    found = {}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = next((i for i in node.input if i in constants and i.endswith("bias")), None)
        product = next(
            (producers[i] for i in node.input if i in producers and producers[i].op_type == "MatMul"),
            None,
        )
        if bias and product:
            found[bias] = next(i for i in product.input if i in constants)
    return found


def constants_of(graph):
    """The graph's weights; those that save() wrote in bytes are floats again."""
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for name in [each for each in constants if each.endswith(".bytes")]:
        name = name.removesuffix(".bytes")
        constants[name] = constants[name + ".bytes"].astype(numpy.float32) * constants[name + ".scale"]
    return constants


def load_reader(path):
    """Reads a reader that save() wrote."""
    constants = constants_of(onnx.load(path).graph)
    reader = Reader(load(path))
    weight, bias = torch.tensor(constants["head.weight"].T.copy()), torch.tensor(constants["head.bias"].copy())
    for i, layer in enumerate([reader.relevance, reader.answer]):
        layer.load_state_dict({"weight": weight[i : i + 1], "bias": bias[i : i + 1]})
    return reader


def load(path):
    """Reads an ONNX encoder as a transformers BertModel."""
    graph = onnx.load(path).graph
    constants = constants_of(graph)
    dense = dense_weights(graph)
    words = constants["embeddings.word_embeddings.weight"]
    layers = len({name.split(".")[2] for name in constants if name.startswith("encoder.layer.")})
    config = BertConfig(
        vocab_size=words.shape[0],
        hidden_size=words.shape[1],
        num_hidden_layers=layers,
        num_attention_heads={384: 12, 512: 8}[words.shape[1]],
        intermediate_size=constants[dense["encoder.layer.0.intermediate.dense.bias"]].shape[1],
        hidden_dropout_prob=0.1,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    model = BertModel(config, add_pooling_layer=False)
    state = model.state_dict()
    for name in state:
        if name in constants:
            state[name] = torch.tensor(constants[name].copy())
        elif bias_name(name) in dense:
            state[name] = torch.tensor(constants[dense[bias_name(name)]].T.copy())
        elif not name.endswith(("position_ids", "token_type_ids")):
            raise SystemExit(f"{path} has no weight {name}: it is not a BERT encoder as expected.")
    model.load_state_dict(state)
    return model


def bias_name(weight_name):
    return weight_name.removesuffix(".weight") + ".bias"


def save(reader, published, path):
    """Writes a reader: the published encoder with other numbers, and two scores a token at its end."""
    weight = numpy.stack([reader.relevance.weight[0].detach().numpy(), reader.answer.weight[0].detach().numpy()], 1)
    bias = numpy.array([reader.relevance.bias.item(), reader.answer.bias.item()], numpy.float32)
    model = onnx.load(published)
    last = write_weights(model.graph, reader.bert)
    write_output(
        model.graph,
        [
            helper.make_node("MatMul", [last, "head.weight"], ["head.product"], "head.MatMul"),
            helper.make_node("Add", ["head.bias", "head.product"], ["scores"], "head.Add"),
        ],
        [
            numpy_helper.from_array(weight.astype(numpy.float32), "head.weight"),
            numpy_helper.from_array(bias, "head.bias"),
        ],
        2,
    )
    onnx.checker.check_model(model)
    onnx.save(model, path)


def save_embedder(bert, published, path):
    """Writes an embedder: the published encoder with other numbers."""
    model = onnx.load(published)
    write_weights(model.graph, bert)
    write_output(model.graph, [], [], bert.config.hidden_size)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def write_weights(graph, bert):
    """
    Puts the model's numbers into the published graph, and names what the last layer gives. Dense
    weights and the word table are kept in eight bits with a scale a column (a row of the word
    table), which loses less than running in eight bits does.
    """
    state = {name: value.detach().numpy() for name, value in bert.state_dict().items()}
    columns = {
        weight: state[bias.removesuffix(".bias") + ".weight"].T
        for bias, weight in dense_weights(graph).items()
        if bias.removesuffix(".bias") + ".weight" in state
    }
    rows = {"embeddings.word_embeddings.weight": state["embeddings.word_embeddings.weight"]}
    kept, dequantize = [], []
    for tensor in graph.initializer:
        name = tensor.name
        if name in columns:
            dequantize += in_bytes(name, columns[name], 1, kept)
        elif name in rows:
            dequantize += in_bytes(name, rows[name], 0, kept)
        elif name in state:
            kept.append(numpy_helper.from_array(state[name].astype(numpy.float32), name))
        else:
            kept.append(tensor)
    nodes = dequantize + list(graph.node)
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    return last_output(graph, bert.config.num_hidden_layers)


def write_output(graph, nodes, weights, width):
    """Ends the graph with these nodes, which give so many numbers a token; what they don't need is left out."""
    kept_nodes = needed(list(graph.node) + nodes)
    used = {name for node in kept_nodes for name in node.input}
    kept_weights = [tensor for tensor in list(graph.initializer) + weights if tensor.name in used]
    del graph.node[:], graph.initializer[:], graph.output[:], graph.value_info[:]
    graph.node.extend(kept_nodes)
    graph.initializer.extend(kept_weights)
    shape = ["batch_size", "sequence_length", width]
    graph.output.append(helper.make_tensor_value_info(kept_nodes[-1].output[0], onnx.TensorProto.FLOAT, shape))


def last_output(graph, layers):
    """The name of what the last of that many layers gives."""
    bias = f"encoder.layer.{layers - 1}.output.LayerNorm.bias"
    return next(node.output[0] for node in graph.node if bias in node.input)


def needed(nodes):
    """Those of the nodes that the last one needs."""
    kept, wanted = [], set(nodes[-1].output)
    for node in reversed(nodes):
        if wanted & set(node.output):
            kept.append(node)
            wanted |= set(node.input)
    return kept[::-1]


def in_bytes(name, values, axis, kept):
    """Two nodes that give the values again: the bytes as floats, times the scale of each column or row."""
    scale = numpy.abs(values).max(axis=1 - axis, keepdims=True) / 127
    scale[scale == 0] = 1
    rounded = numpy.clip(numpy.rint(values / scale), -127, 127).astype(numpy.int8)
    kept.append(numpy_helper.from_array(rounded, name + ".bytes"))
    kept.append(numpy_helper.from_array(scale.astype(numpy.float32), name + ".scale"))
    return [
        helper.make_node("Cast", [name + ".bytes"], [name + ".floats"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [name + ".floats", name + ".scale"], [name]),
    ]
