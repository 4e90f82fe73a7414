using System.Runtime.InteropServices;

namespace Appliance.Inference.Interop.Espeak;

/// <summary>
/// espeak-ng/speak_lib.h, API revision 12 (espeak-ng 1.50 to 1.5x). Native names kept.
/// The library is one global state machine: every call is made from the thread of <see cref="EspeakLibrary"/>.
/// https://github.com/espeak-ng/espeak-ng/blob/1.51/src/include/espeak-ng/speak_lib.h
/// </summary>
internal static unsafe partial class SpeakLib
{
    internal const string Library = "libespeak-ng.so.1";

    internal const int AUDIO_OUTPUT_SYNCHRONOUS = 2;
    internal const int espeakINITIALIZE_DONT_EXIT = 0x8000;
    internal const uint espeakCHARS_UTF8 = 1;
    internal const int POS_CHARACTER = 1;
    internal const int espeakPHONEMES_IPA = 0x02;

    internal const int espeakRATE = 1;
    internal const int espeakPITCH = 3;

    internal const int EE_OK = 0;

    [LibraryImport(Library)]
    internal static partial int espeak_Initialize(int output, int buflength, byte* path, int options);

    [LibraryImport(Library)]
    internal static partial void espeak_SetSynthCallback(delegate* unmanaged<short*, int, EspeakEvent*, int> callback);

    [LibraryImport(Library)]
    internal static partial int espeak_SetVoiceByName(ReadOnlySpan<byte> name);

    [LibraryImport(Library)]
    internal static partial int espeak_SetParameter(int parameter, int value, int relative);

    [LibraryImport(Library)]
    internal static partial int espeak_Synth(
        ReadOnlySpan<byte> text,
        nuint size,
        uint position,
        int position_type,
        uint end_position,
        uint flags,
        uint* unique_identifier,
        void* user_data);

    /// <summary>Returns the phonemes of one clause and moves <paramref name="textptr"/> behind it, to null at the end of the text.</summary>
    [LibraryImport(Library)]
    internal static partial byte* espeak_TextToPhonemes(byte** textptr, int textmode, int phonememode);

    [LibraryImport(Library)]
    internal static partial byte* espeak_Info(byte** path_data);
}
