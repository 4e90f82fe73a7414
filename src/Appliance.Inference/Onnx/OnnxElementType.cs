namespace Appliance.Inference.Onnx;

/// <summary>Element types that the engines exchange; values of <c>ONNXTensorElementDataType</c>.</summary>
public enum OnnxElementType
{
    /// <summary>A type that no engine here uses.</summary>
    Unknown = 0,

    /// <summary>32-bit float.</summary>
    Float = 1,

    /// <summary>32-bit signed integer.</summary>
    Int32 = 6,

    /// <summary>64-bit signed integer.</summary>
    Int64 = 7,
}
