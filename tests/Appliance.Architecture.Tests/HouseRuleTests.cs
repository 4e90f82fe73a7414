using System.Text.RegularExpressions;

namespace Appliance.Architecture.Tests;

/// <summary>House rules that a compiler does not know; each failure names the file.</summary>
public sealed partial class HouseRuleTests
{
    private const int MostLinesWithoutReason = 300;
    private const int MostLines = 500;
    private const int MostMedianLines = 80;

    [Fact]
    public void SourceFile_WhenOver300Lines_GivesItsReasonAndNeverPasses500()
    {
        Assert.Empty(SourceFiles.Product.Concat(SourceFiles.Tests)
            .Where(file => file.Lines > MostLines
                || (file.Lines > MostLinesWithoutReason && !file.Text.Contains("// Long because", StringComparison.Ordinal)))
            .Select(file => $"{file.Path}: {file.Lines} lines"));
    }

    [Fact]
    public void SourceFiles_WhenSortedByLength_HaveAShortMedian()
    {
        var lengths = SourceFiles.Product.Select(file => file.Lines).Order().ToArray();
        Assert.InRange(lengths[lengths.Length / 2], 1, MostMedianLines);
    }

    [Fact]
    public void Folder_WhenNamed_SaysWhatItHolds()
    {
        string[] vague = ["Common", "Core", "Utils", "Util", "Helpers", "Helper", "Manager", "Managers", "Misc", "Shared"];
        Assert.Empty(SourceFiles.Product.Where(file => file.Path.Split('/').Any(vague.Contains)).Select(file => file.Path));
        Assert.Empty(SourceFiles.Product.Where(file => VagueType().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void NativeImport_WhenDeclared_StandsInTheInteropFolder()
    {
        Assert.Empty(SourceFiles.Product
            .Where(file => !file.Path.StartsWith("src/Appliance.Inference/Interop/", StringComparison.Ordinal))
            .Where(file => NativeCode().IsMatch(file.Text))
            .Select(file => file.Path));
    }

    [Fact]
    public void Catch_WhenWritten_IsNeverEmpty()
    {
        Assert.Empty(SourceFiles.Product.Where(file => EmptyCatch().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Code_WhenCommitted_IsFinished()
    {
        Assert.Empty(SourceFiles.Product.Where(file => Unfinished().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void BlockingWait_WhenLookedFor_IsNotThere()
    {
        Assert.Empty(SourceFiles.Product.Where(file => BlockingWait().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void Test_WhenWritten_AssertsSomething()
    {
        var silent = SourceFiles.Tests.SelectMany(file => TestAttribute().Split(file.Text).Skip(1)
            .Where(body => !Assertion().IsMatch(body))
            .Select(body => $"{file.Path}: {MethodName().Match(body).Groups[1].Value}"));
        Assert.Empty(silent);
    }

    [Fact]
    public void SkippedTest_WhenWritten_GivesItsReason()
    {
        Assert.Empty(SourceFiles.Tests.Where(file => EmptySkip().IsMatch(file.Text)).Select(file => file.Path));
    }

    [GeneratedRegex(@"\b(class|record|struct|interface) \w*(Manager|Helpers?|Utils?)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"\[LibraryImport|\[DllImport|\bunsafe\b|delegate\* unmanaged")]
    private static partial Regex NativeCode();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|async void|\.Wait\(\);")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\[(?:Fact|Theory)[^\]]*\]")]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"Assert|QuickCheck|Expect|Verify")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"(\w+)\(")]
    private static partial Regex MethodName();

    [GeneratedRegex("Skip\\s*=\\s*\"\\s*\"")]
    private static partial Regex EmptySkip();
}
