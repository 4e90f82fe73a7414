// Calls run in real time: another test beside them would take the processor from the voices.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
