using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Appliance.Sip.Tests")]
