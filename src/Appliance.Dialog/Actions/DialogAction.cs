namespace Appliance.Dialog.Actions;

/// <summary>Something the call has to do, in the order given.</summary>
public abstract record DialogAction;
