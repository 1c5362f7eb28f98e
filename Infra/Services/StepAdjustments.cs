using System.Globalization;

namespace Infra.Services;

/// <summary>
/// The adjustments of a step scaling policy: an alarm threshold, and steps with bounds relative to it.
/// https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html
/// </summary>
/// <param name="Threshold">The threshold of the alarm.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record StepAdjustments(int Threshold, IReadOnlyList<StepAdjustment> Steps)
{
    /// <summary>Steps for ascending values, each up to the next value and the last without an upper bound.</summary>
    public static StepAdjustments PlanAbove(IReadOnlyList<KeyValuePair<int, int>> changesByValue)
    {
        var threshold = changesByValue[0].Key;
        return new(
            threshold,
            [
                .. changesByValue.Select((step, index) => new StepAdjustment(
                    Bound(step.Key - threshold),
                    index + 1 < changesByValue.Count ? Bound(changesByValue[index + 1].Key - threshold) : null,
                    step.Value)),
            ]);
    }

    /// <summary>One step that removes tasks below a value.</summary>
    public static StepAdjustments PlanBelow(int value, int tasksFewer) => new(value, [new StepAdjustment(null, Bound(0), -tasksFewer)]);

    private static string Bound(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A change of the number of tasks between two bounds; null for no bound.</summary>
internal sealed record StepAdjustment(string? LowerBound, string? UpperBound, int Change);
