using System.Globalization;

namespace Infra.Services;

/// <summary>
/// Steps as Application Auto Scaling wants them: an alarm at one threshold, and adjustments between bounds that count from it.
/// https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html
/// </summary>
/// <param name="Threshold">Where the alarm goes off.</param>
/// <param name="Steps">What to do, from there on.</param>
internal sealed record StepAdjustments(int Threshold, IReadOnlyList<StepAdjustment> Steps)
{
    /// <summary>Steps upwards from rising values, each up to the next and the last one without an end.</summary>
    public static StepAdjustments Above(IReadOnlyList<KeyValuePair<int, int>> changesByValue)
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

    /// <summary>One step downwards below a value.</summary>
    public static StepAdjustments Below(int value, int tasksFewer) => new(value, [new StepAdjustment(null, Bound(0), -tasksFewer)]);

    private static string Bound(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A change of the number of tasks between two bounds, or beyond one.</summary>
internal sealed record StepAdjustment(string? LowerBound, string? UpperBound, int Change);
