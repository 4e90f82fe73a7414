using Appliance.Inference.Onnx;

namespace Appliance.Inference.Tests.Onnx;

public sealed class OnnxTensorTests
{
    [Fact]
    public void Of_WhenDataFillsShape_KeepsACopy()
    {
        using var tensor = OnnxTensor.Of<long>([1, 2, 3, 4, 5, 6], 2, 3);

        Assert.Equal([2L, 3L], tensor.Shape.ToArray());
        Assert.Equal([1L, 2, 3, 4, 5, 6], tensor.Span<long>().ToArray());
    }

    [Fact]
    public void Of_WhenDataDoesNotFillShape_Refuses() =>
        Assert.Throws<ArgumentException>(() => OnnxTensor.Of<float>([1, 2, 3], 2, 2));

    [Fact]
    public void Span_OfAnotherElementType_Refuses()
    {
        using var tensor = OnnxTensor.Zeros<int>(3);
        Assert.Throws<InvalidOperationException>(() => tensor.Span<float>().Length);
    }

    [Fact]
    public void Span_AfterDispose_Refuses()
    {
        var tensor = OnnxTensor.Zeros<float>(3);
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.Span<float>().Length);
    }

    [Fact]
    public void Zeros_OfAScalarShape_HoldsOneElement()
    {
        using var tensor = OnnxTensor.Zeros<float>();
        Assert.Equal([0f], tensor.Span<float>().ToArray());
    }
}
