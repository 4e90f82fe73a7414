namespace Appliance.Inference.Interop.OnnxRuntime;

/// <summary>
/// Places of the functions used here in the <c>OrtApi</c> table of onnxruntime_c_api.h. The table only ever grows at its
/// end, so a place holds for every later version.
/// See https://github.com/microsoft/onnxruntime/blob/main/include/onnxruntime/core/session/onnxruntime_c_api.h.
/// </summary>
internal enum OrtFunction
{
    CreateStatus = 0,
    GetErrorCode = 1,
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSession = 7,
    Run = 9,
    CreateSessionOptions = 10,
    SetSessionGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    SetInterOpNumThreads = 25,
    SessionGetInputCount = 30,
    SessionGetOutputCount = 31,
    SessionGetInputTypeInfo = 33,
    SessionGetOutputTypeInfo = 34,
    SessionGetInputName = 36,
    SessionGetOutputName = 37,
    CreateTensorAsOrtValue = 48,
    IsTensor = 50,
    GetTensorMutableData = 51,
    CastTypeInfoToTensorInfo = 55,
    GetTensorElementType = 60,
    GetDimensionsCount = 61,
    GetDimensions = 62,
    GetTensorTypeAndShape = 65,
    AllocatorFree = 76,
    GetAllocatorWithDefaultOptions = 78,
    ReleaseEnv = 92,
    ReleaseStatus = 93,
    ReleaseSession = 95,
    ReleaseValue = 96,
    ReleaseTypeInfo = 98,
    ReleaseTensorTypeAndShapeInfo = 99,
    ReleaseSessionOptions = 100,
    SessionGetModelMetadata = 111,
    ModelMetadataLookupCustomMetadataMap = 116,
    ReleaseModelMetadata = 118,
    ModelMetadataGetCustomMetadataMapKeys = 123,
    AddSessionConfigEntry = 130,
}
