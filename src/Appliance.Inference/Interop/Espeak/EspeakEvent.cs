using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Espeak;

/// <summary>espeak_EVENT of speak_lib.h: 40 bytes on 64-bit; its size and offsets are held by a layout test.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EspeakEvent
{
    internal EspeakEventType Type;
    internal uint UniqueIdentifier;

    /// <summary>Position in the text in code points, counted from 1.</summary>
    internal int TextPosition;

    /// <summary>Length of a word in code points; too short for some words with an apostrophe, so it is not relied on.</summary>
    internal int Length;

    /// <summary>Milliseconds since the start of the synthesis.</summary>
    internal int AudioPosition;

    /// <summary>Samples since the start of the synthesis; exact where <see cref="AudioPosition"/> is rounded.</summary>
    internal int Sample;

    internal void* UserData;

    /// <summary>Union of a number, a name and eight characters.</summary>
    internal ulong Id;
}

/// <summary>espeak_EVENT_TYPE of speak_lib.h.</summary>
internal enum EspeakEventType
{
    ListTerminated = 0,
    Word = 1,
    Sentence = 2,
    Mark = 3,
    Play = 4,
    End = 5,
    MessageTerminated = 6,
    Phoneme = 7,
    SampleRate = 8,
}
