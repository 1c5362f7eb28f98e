using Infra.Sandbox.Changes.Engine;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Timing;

/// <summary>The time of a deployment until the service is steady: the image, the health checks, the traffic shift, and the old tasks.</summary>
internal sealed class DeploymentTime(DependencyOrder stack)
{
    // From a task's start to its containers' start, with a pull of a few hundred megabytes: 30 to 60 seconds.
    private const int TaskStart = 45;
    private const int SteadyState = 10;
    private const int Minute = 60;

    // Defaults of the provider.
    private const double Interval = 30;
    private const double HealthyThreshold = 3;
    private const double DeregistrationDelay = 300;

    /// <summary>The seconds of a service's first deployment.</summary>
    public int First(ResourceNode service) => TaskStart + Health(service) + SteadyState;

    /// <summary>The seconds of another one.</summary>
    public int Rolling(ResourceNode service) => First(service) + Shift(service) + Drain(service);

    private int Health(ResourceNode service) => Longest(service, group => Health(group.Inputs.Map("healthCheck")));

    private static double Health(PropertyValue.Map check) =>
        (Number(check, "interval") ?? Interval) * (Number(check, "healthyThreshold") ?? HealthyThreshold);

    private int Drain(ResourceNode service) => Longest(service, group => Number(group.Inputs, "deregistrationDelay") ?? DeregistrationDelay);

    private static int Shift(ResourceNode service)
    {
        var deployment = service.Inputs.Map("deploymentConfiguration");
        var (canary, linear) = (deployment.Map("canaryConfiguration"), deployment.Map("linearConfiguration"));
        var steps = Number(linear, "stepPercent") is { } percent and > 0 ? Math.Ceiling(100 / percent) : 0;
        var minutes = deployment.Text("strategy") switch
        {
            null or "ROLLING" => 0,
            "CANARY" => Number(canary, "canaryBakeTimeInMinutes") + Number(deployment, "bakeTimeInMinutes"),
            "LINEAR" => (steps * Number(linear, "stepBakeTimeInMinutes")) + Number(deployment, "bakeTimeInMinutes"),
            _ => Number(deployment, "bakeTimeInMinutes"),
        };
        return (int)((minutes ?? 0) * Minute);
    }

    private int Longest(ResourceNode service, Func<ResourceNode, double> seconds) =>
        (int)stack.DependenciesOf(service.Key).Select(stack.Find).Where(node => node.Key.Type == "aws:lb/targetGroup:TargetGroup")
            .Select(seconds).DefaultIfEmpty().Max();

    private static double? Number(PropertyValue.Map inputs, string input) => inputs.Find(input) switch
    {
        PropertyValue.Number number => number.Value,
        PropertyValue.Text text when double.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
