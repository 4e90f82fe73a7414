using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Appliance.Cli.Output;
using Appliance.Cli.Settings;
using Appliance.Clinic;
using Appliance.Host.Failures;
using Appliance.Host.Options;

namespace Appliance.Cli.Running;

/// <summary>One command while it runs: its arguments, its output, the clock.</summary>
internal sealed class CommandRun(ParseResult arguments)
{
    public ParseResult Arguments => arguments;

    public TextWriter Output => arguments.InvocationConfiguration.Output;

    public TextWriter Error => arguments.InvocationConfiguration.Error;

    /// <summary>Value of an option or argument, by its name.</summary>
    public T Value<T>(string name) => arguments.GetValue<T>(name)!;

    public Screen Screen { get; } = new(arguments.InvocationConfiguration.Output);

    public TimeProvider Time { get; } = TimeProvider.System;

    /// <summary>Who reads or writes, for the audit trail.</summary>
    public static Actor Actor => Actor.User(Environment.GetEnvironmentVariable("USER") is { } user && Identifier.IsValid(user) ? user : "unknown");

    /// <summary>The settings, checked.</summary>
    /// <exception cref="ApplianceException">InvalidOptions, naming all problems.</exception>
    public ApplianceOptions Settings()
    {
        var reading = CommonOptions.Read(arguments);
        reading.Options.ThrowIfWrong(reading.Problems);
        return reading.Options;
    }

    /// <summary>One JSON document.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> shape)
    {
        var options = new JsonSerializerOptions(shape.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Output.WriteLine(JsonSerializer.Serialize(value, options.GetTypeInfo(typeof(T))));
    }
}
