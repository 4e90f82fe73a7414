using Spectre.Console;

namespace Appliance.Cli.Output;

/// <summary>Tables and lines for people. Where the output goes to a file or a pipe, no table is wrapped and nothing is coloured.</summary>
public sealed class Screen
{
    private const int Unwrapped = 2_000;

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    /// <summary>A screen on a writer.</summary>
    public Screen(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
        var isTerminal = ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            _console.Profile.Width = Unwrapped;
        }
    }

    /// <summary>One line.</summary>
    public void Line(string text = "") => _writer.WriteLine(text);

    /// <summary>A table; cells are plain text.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell, StyleOf(cell))));
        }

        _console.Write(table);
    }

    private static Style StyleOf(string cell) => cell switch
    {
        "ok" => new Style(Color.Green),
        "warn" => new Style(Color.Yellow),
        "FAIL" => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
