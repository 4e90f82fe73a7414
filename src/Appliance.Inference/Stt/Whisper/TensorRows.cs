using Appliance.Inference.Onnx;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>Drops rows from the batch dimension of [L, N, X, D] tensors.</summary>
internal static class TensorRows
{
    /// <summary>A tensor of the kept rows in their order; disposes <paramref name="tensor"/>.</summary>
    public static OnnxTensor Keep(OnnxTensor tensor, IReadOnlyList<int> rows)
    {
        var (layers, batch, row) = ((int)tensor.Shape[0], (int)tensor.Shape[1], (int)(tensor.Shape[2] * tensor.Shape[3]));
        var kept = OnnxTensor.Zeros<float>(layers, rows.Count, tensor.Shape[2], tensor.Shape[3]);
        var from = tensor.Span<float>();
        var to = kept.Span<float>();
        for (var layer = 0; layer < layers; layer++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                from.Slice(((layer * batch) + rows[i]) * row, row).CopyTo(to.Slice(((layer * rows.Count) + i) * row, row));
            }
        }

        tensor.Dispose();
        return kept;
    }
}
