using System.Runtime.InteropServices;
using Appliance.Media;
using Appliance.Media.Recording;
using Appliance.Media.Wav;

namespace Appliance.Cli.Calling.Speaking;

/// <summary>Writes the call into a WAV file as it goes on: left the caller, right the agent.</summary>
public sealed class CallerRecording : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly WavWriter _wav;
    private readonly StereoRecorder _recorder;

    /// <summary>Makes the file, or empties it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public CallerRecording(string path)
    {
        _file = File.Create(path);
        _wav = new WavWriter(_file, AudioFormat.SampleRate, channels: 2);
        _recorder = new StereoRecorder(Append);
    }

    /// <summary>Appends one tick; does not block.</summary>
    public void Write(ReadOnlySpan<short> caller, ReadOnlySpan<short> agent) => _recorder.Write(caller, agent);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _recorder.CompleteAsync();
        }
        finally
        {
            _wav.Dispose();
            await _file.DisposeAsync();
        }
    }

    private ValueTask Append(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        // The sink's bytes are little-endian, and so are all machines that this runs on.
        _wav.Write(MemoryMarshal.Cast<byte, short>(pcm.Span));
        return ValueTask.CompletedTask;
    }
}
