using Appliance.Dialog.Understanding.Model;
using Appliance.Inference;
using Appliance.Inference.Llm;
using Microsoft.Extensions.Logging;

namespace Appliance.Calls.Understanding;

/// <summary>Asks the language model about a caller turn, for no longer than its budget. Thread-safe.</summary>
internal sealed class ModelUnderstanding(ILanguageModel model, ModelUnderstandingOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>The model's answer; null when it is late, overloaded or lost. A late answer is cancelled, so that its sequence serves others.</summary>
    /// <exception cref="OperationCanceledException">The caller of this cancelled.</exception>
    internal async Task<ModelAnswer?> AskAsync(ModelQuestion question, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(options.Budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return ModelAnswerJson.Read(await model.CompleteAsync(ModelPrompt.Of(question), either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ModelUnderstandingLog.Late(logger, options.Budget.TotalMilliseconds);
            return null;
        }
        catch (EngineException lost)
        {
            ModelUnderstandingLog.Lost(logger, lost.Reason, lost);
            return null;
        }
    }
}
