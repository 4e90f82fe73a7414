using System.Runtime.CompilerServices;

// Layout and handshake tests read the bindings themselves.
[assembly: InternalsVisibleTo("Appliance.Inference.Tests")]
