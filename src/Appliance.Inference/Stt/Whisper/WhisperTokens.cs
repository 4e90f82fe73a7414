using System.Globalization;

namespace Appliance.Inference.Stt.Whisper;

/// <summary>
/// The pieces of a Whisper vocabulary: <c>tokens.txt</c> holds one line per piece, base64 of its bytes, a space and its
/// number. A piece may end inside a UTF-8 character.
/// </summary>
public sealed class WhisperTokens
{
    private readonly byte[][] _pieces;

    private WhisperTokens(byte[][] pieces) => _pieces = pieces;

    /// <summary>Number of pieces; special tokens are not among them.</summary>
    public int Count => _pieces.Length;

    /// <summary>Reads a vocabulary file.</summary>
    /// <exception cref="EngineException">Missing or damaged; the message names file and line.</exception>
    public static WhisperTokens Load(string path) =>
        File.Exists(path)
            ? Parse(path, File.ReadLines(path))
            : throw new EngineException(EngineErrorReason.MissingModel, $"The vocabulary file {path} does not exist.");

    /// <summary>Bytes of a piece; empty for a special token.</summary>
    public ReadOnlySpan<byte> this[int token] => token < _pieces.Length ? _pieces[token] : [];

    internal static WhisperTokens Parse(string path, IEnumerable<string> lines)
    {
        var pieces = new Dictionary<int, byte[]>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !int.TryParse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || Decode(line[..space]) is not { } bytes || !pieces.TryAdd(id, bytes))
            {
                throw new EngineException(EngineErrorReason.DamagedModel, $"The vocabulary file {path} is damaged at line {number}.");
            }
        }

        return pieces.Count > 0 && pieces.Keys.Max() == pieces.Count - 1
            ? new WhisperTokens([.. pieces.OrderBy(piece => piece.Key).Select(piece => piece.Value)])
            : throw new EngineException(EngineErrorReason.DamagedModel, $"The vocabulary file {path} has gaps.");
    }

    private static byte[]? Decode(string base64)
    {
        // The multilingual vocabulary closes with an empty piece, written as a lone padding sign.
        if (base64 == "=")
        {
            return [];
        }

        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? bytes[..count] : null;
    }
}
