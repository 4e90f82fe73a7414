using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using Appliance.Inference.Scheduling;

namespace Appliance.Inference.Interop.Espeak;

/// <summary>
/// The one owner of libespeak-ng in this process. The library holds its voice, its text and its output in globals,
/// so after the start every call runs on one thread; callers wait in a bounded queue. It is never unloaded.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Lives as long as the process.")]
internal sealed unsafe class EspeakLibrary
{
    private const int QueueLength = 64;
    private static readonly Lazy<EspeakLibrary> Instance = new(() => new EspeakLibrary());

    [ThreadStatic]
    private static Synthesis? _current;

    private readonly EngineThread _thread = new("espeak-ng", QueueLength);
    private EspeakVoiceSettings _settings;

    private EspeakLibrary()
    {
        RequireLibrary(SpeakLib.Library);
        (SampleRate, Version) = Initialize();
        RequireVersion(Version);
    }

    /// <summary>Samples per second of everything this library speaks: 22,050.</summary>
    internal int SampleRate { get; }

    /// <summary>As the library reports it, for example <c>1.51</c>.</summary>
    internal string Version { get; }

    /// <summary>Loads and initialises the library on first use.</summary>
    /// <exception cref="EngineException">MissingLibrary, WrongLibraryVersion or EngineFailed (no voice data).</exception>
    internal static EspeakLibrary Open() => Instance.Value;

    /// <summary>Throws <see cref="EngineErrorReason.MissingLibrary"/> with the mend when the loader does not find <paramref name="name"/>.</summary>
    internal static void RequireLibrary(string name)
    {
        if (!NativeLibrary.TryLoad(name, typeof(EspeakLibrary).Assembly, null, out _))
        {
            throw new EngineException(
                EngineErrorReason.MissingLibrary,
                $"Speech (TTS): {name} is not installed (Debian package libespeak-ng1). Run scripts/setup.sh.");
        }
    }

    /// <summary>The binding is written for API revision 12, which espeak-ng has kept from 1.50 on.</summary>
    internal static void RequireVersion(string version)
    {
        var number = version.Split([' ', '-'], 2)[0];
        if (!System.Version.TryParse(number, out var parsed) || parsed.Major != 1 || parsed.Minor < 50)
        {
            throw new EngineException(
                EngineErrorReason.WrongLibraryVersion,
                $"Speech (TTS): {SpeakLib.Library} is version {version}, 1.50 or later of the 1.x line is needed. Run scripts/setup.sh.");
        }
    }

    /// <summary>Speaks a text of one or more sentences. Cancellation takes effect within 60 ms of sound.</summary>
    internal ValueTask<EspeakAudio> SpeakAsync(string text, EspeakVoiceSettings settings, CancellationToken cancellationToken) =>
        _thread.RunAsync(token => Speak(text, settings, token), cancellationToken);

    /// <summary>IPA phonemes of a text, clauses joined by a blank, without any punctuation.</summary>
    internal ValueTask<string> PhonemesAsync(string text, string voice, CancellationToken cancellationToken) =>
        _thread.RunAsync(_ => Phonemes(text, voice), cancellationToken);

    private static (int SampleRate, string Version) Initialize()
    {
        var rate = SpeakLib.espeak_Initialize(SpeakLib.AUDIO_OUTPUT_SYNCHRONOUS, 60, null, SpeakLib.espeakINITIALIZE_DONT_EXIT);
        if (rate <= 0)
        {
            throw new EngineException(
                EngineErrorReason.EngineFailed,
                $"Speech (TTS): {SpeakLib.Library} found no voice data (Debian package espeak-ng-data). Run scripts/setup.sh.");
        }

        SpeakLib.espeak_SetSynthCallback(&OnSamples);
        return (rate, Marshal.PtrToStringUTF8((nint)SpeakLib.espeak_Info(null)) ?? string.Empty);
    }

    private EspeakAudio Speak(string text, EspeakVoiceSettings settings, CancellationToken cancellationToken)
    {
        Apply(settings);
        try
        {
            var audio = Synthesise(text, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return audio;
        }
        catch (OperationCanceledException)
        {
            // An abort leaves word events behind that the next text would report as its own.
            Synthesise(string.Empty, CancellationToken.None);
            throw;
        }
    }

    private static EspeakAudio Synthesise(string text, CancellationToken cancellationToken)
    {
        var utf8 = ZeroTerminated(text);
        var synthesis = new Synthesis(new EspeakAudio(), cancellationToken);
        _current = synthesis;
        try
        {
            var result = SpeakLib.espeak_Synth(
                utf8, (nuint)utf8.Length, 0, SpeakLib.POS_CHARACTER, 0, SpeakLib.espeakCHARS_UTF8, null, null);
            Check(result, nameof(SpeakLib.espeak_Synth));
            return synthesis.Audio;
        }
        finally
        {
            _current = null;
        }
    }

    private string Phonemes(string text, string voice)
    {
        Apply(_settings with { Voice = voice });
        var phonemes = new StringBuilder();
        fixed (byte* start = ZeroTerminated(text))
        {
            var next = start;
            while (next is not null)
            {
                var clause = Marshal.PtrToStringUTF8((nint)SpeakLib.espeak_TextToPhonemes(
                    &next, (int)SpeakLib.espeakCHARS_UTF8, SpeakLib.espeakPHONEMES_IPA));
                if (!string.IsNullOrEmpty(clause))
                {
                    phonemes.Append(phonemes.Length > 0 ? " " : string.Empty).Append(clause);
                }
            }
        }

        return phonemes.ToString();
    }

    private void Apply(EspeakVoiceSettings settings)
    {
        if (settings.Voice != _settings.Voice)
        {
            if (SpeakLib.espeak_SetVoiceByName(ZeroTerminated(settings.Voice)) != SpeakLib.EE_OK)
            {
                _settings = default;
                throw new EngineException(EngineErrorReason.InvalidInput, $"Speech (TTS): espeak-ng has no voice named {settings.Voice}.");
            }

            // A voice brings its own pitch and speed; both are set anew below.
            _settings = new EspeakVoiceSettings(settings.Voice, 0, 0);
        }

        if (settings.WordsPerMinute != _settings.WordsPerMinute && settings.WordsPerMinute > 0)
        {
            Check(SpeakLib.espeak_SetParameter(SpeakLib.espeakRATE, settings.WordsPerMinute, 0), nameof(SpeakLib.espeak_SetParameter));
        }

        if (settings.Pitch != _settings.Pitch && settings.Pitch > 0)
        {
            Check(SpeakLib.espeak_SetParameter(SpeakLib.espeakPITCH, settings.Pitch, 0), nameof(SpeakLib.espeak_SetParameter));
        }

        _settings = settings;
    }

    /// <summary>Returns 0 to go on and 1 to abort (t_espeak_callback).</summary>
    [UnmanagedCallersOnly]
    private static int OnSamples(short* samples, int count, EspeakEvent* events)
    {
        var synthesis = _current;
        if (synthesis is null || synthesis.Cancelled.IsCancellationRequested)
        {
            return 1;
        }

        for (; events->Type != EspeakEventType.ListTerminated; events++)
        {
            if (events->Type == EspeakEventType.Word)
            {
                synthesis.Audio.Words.Add((events->TextPosition - 1, events->Sample));
            }
        }

        if (samples is not null)
        {
            synthesis.Audio.Append(new ReadOnlySpan<short>(samples, count));
        }

        return 0;
    }

    private static void Check(int result, string function)
    {
        if (result != SpeakLib.EE_OK)
        {
            throw new EngineException(EngineErrorReason.EngineFailed, $"Speech (TTS): {function} returned {result}.");
        }
    }

    private static byte[] ZeroTerminated(string text)
    {
        text = text.Replace('\0', ' ');
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private sealed record Synthesis(EspeakAudio Audio, CancellationToken Cancelled);
}
