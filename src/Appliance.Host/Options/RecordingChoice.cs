using Appliance.Calls.Sessions;

namespace Appliance.Host.Options;

/// <summary>Recording and the notice of it in the greeting go together.</summary>
public static class RecordingChoice
{
    /// <summary>The same options with calls recorded and callers told so, or neither.</summary>
    public static CallSessionOptions WithRecording(this CallSessionOptions options, bool record)
    {
        ArgumentNullException.ThrowIfNull(options);
        var conversation = options.Dialog.Conversation with { RecordingNotice = record };
        return options with { Record = record, Dialog = options.Dialog with { Conversation = conversation } };
    }
}
