using Appliance.Dialog;
using Appliance.Dialog.Inputs;

namespace Appliance.Calls.Sessions;

/// <summary>Looks on while a call is held. On the session's thread; must not block. What it sees is personal data.</summary>
public interface ICallWatcher
{
    /// <summary>An input was decided upon; the actions are about to be carried out.</summary>
    void Stepped(DialogInput input, DialogStep step);
}
