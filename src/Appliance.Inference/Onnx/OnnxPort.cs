namespace Appliance.Inference.Onnx;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Shape">Its dimensions; −1 where any length fits.</param>
public sealed record OnnxPort(string Name, OnnxElementType ElementType, IReadOnlyList<long> Shape);
