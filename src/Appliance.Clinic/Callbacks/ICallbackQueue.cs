namespace Appliance.Clinic.Callbacks;

/// <summary>Tasks to call people back, oldest first.</summary>
public interface ICallbackQueue
{
    /// <summary>Adds a task once per key; asking again with the key gives the task that is there, whatever it asks.</summary>
    Task<CallbackTask> AddAsync(CallbackRequest request, IdempotencyKey key, Actor actor, CancellationToken cancellationToken);

    /// <summary>All tasks with the status; null: all tasks.</summary>
    Task<IReadOnlyList<CallbackTask>> ListAsync(CallbackStatus? status, Actor actor, CancellationToken cancellationToken);

    /// <summary>Marks a task as done; false when there is no such open task.</summary>
    Task<bool> CompleteAsync(CallbackId id, Actor actor, CancellationToken cancellationToken);
}
