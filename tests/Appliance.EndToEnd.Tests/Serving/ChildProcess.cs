using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Appliance.EndToEnd.Tests.Serving;

/// <summary>A program that runs beside the test; it never outlives it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();
    private bool _isDisposed;

    private ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
    }

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    /// <summary>Both streams so far.</summary>
    public string Output
    {
        get
        {
            lock (_lock)
            {
                return _output.ToString();
            }
        }
    }

    public static ChildProcess Start(string program, params IEnumerable<string> arguments) => new(new ProcessStartInfo(program, arguments));

    /// <summary>Runs the command line of the appliance that was built with these tests.</summary>
    public static ChildProcess Appliance(params IEnumerable<string> arguments) =>
        Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "appliance.dll"), .. arguments]);

    /// <summary>The exit code, once it ended by itself.</summary>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException tooLate)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} did not end within {patience}. It said:\n{Output}", tooLate);
        }

        return _process.ExitCode;
    }

    /// <summary>Waits for a text in the output, behind a place in it.</summary>
    public async Task SaysAsync(string text, TimeSpan patience, int behind = 0)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!Output[behind..].Contains(text, StringComparison.Ordinal))
        {
            if (HasExited || TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw new TimeoutException($"\"{text}\" was not said. It said:\n{Output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    /// <summary>Sends a signal by its name, for example TERM.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it at once, as a loss of power would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_lock)
            {
                _output.AppendLine(line);
            }
        }
    }
}
