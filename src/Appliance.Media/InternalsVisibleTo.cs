using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Appliance.Media.Tests")]
