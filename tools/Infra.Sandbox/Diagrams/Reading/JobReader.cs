using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the jobs: tasks that a schedule, an event, a queue or a command starts.</summary>
internal sealed partial class JobReader(StackIndex index, NetworkReader network, SecurityGroupReader groups)
{
    private readonly TaskReader _tasks = new(index);

    public IEnumerable<PlacedNode> Read() => index.Of(Types.Job).Select(Read);

    private PlacedNode Read(ResourceNode job)
    {
        var definition = index.Inside(job.Key, Types.TaskDefinition).First();
        var start = StartOf(job, definition);
        var place = network.Place(start.Subnets, start.HasPublicAddress ? BandKind.Public : BandKind.Private);
        var group = groups.NameOf(start.Groups);
        var facts = new FactList
        {
            { "start", start.Text },
            _tasks.Facts(definition, start.Providers),
            groups.WayOut(group, ServiceReader.WayText(place, start.HasPublicAddress)),
            _tasks.Uses(definition),
        };
        var name = index.ShortName(job, "job");
        return new PlacedNode(place.Band, new DiagramNode
        {
            Id = group ?? $"job-{name}",
            Kind = NodeKind.Job,
            Title = $"Job {name}",
            Facts = facts.ToImmutable(),
            Zones = place.Zones,
            Exposure = start.HasPublicAddress ? "public IP address" : null,
            Resources = [job.Key],
        });
    }

    private Start StartOf(ResourceNode job, ResourceNode definition)
    {
        if (index.Inside(job.Key, Types.Schedule).FirstOrDefault() is { Inputs: var schedule })
        {
            var task = schedule.Map("target").Map("ecsParameters");
            var zone = schedule.Text("scheduleExpressionTimezone");
            return Start.Of(string.Join(' ', new[] { schedule.Text("scheduleExpression"), zone }.OfType<string>()), task, task.Map("networkConfiguration"));
        }

        if (index.Inside(job.Key, Types.Pipe).FirstOrDefault() is { Inputs: var pipe })
        {
            var task = pipe.Map("targetParameters").Map("ecsTaskParameters");
            var queue = index.Find(pipe.Text("source"));
            return Start.Of(
                $"for each message in queue {(queue is null ? pipe.Text("source") : index.ShortName(queue, "queues"))}",
                task,
                task.Map("networkConfiguration").Map("awsVpcConfiguration"));
        }

        if (index.Inside(job.Key, Types.EventTarget).FirstOrDefault() is { Inputs: var target })
        {
            var task = target.Map("ecsTarget");
            return Start.Of(EventText(index.Find(target.Text("rule"))), task, task.Map("networkConfiguration"));
        }

        return OnDemand(definition);
    }

    private string EventText(ResourceNode? rule)
    {
        if (rule?.Inputs.Text("scheduleExpression") is { } schedule)
        {
            return schedule;
        }

        using var pattern = JsonDocument.Parse(rule?.Inputs.Text("eventPattern") ?? "{}");
        var root = pattern.RootElement;
        var bucket = Symbol.In(root.ToString()).Select(symbol => index.Find(symbol.ToString())).FirstOrDefault(node => node?.Key.Type == Types.Bucket);
        var key = root.TryGetProperty("detail", out var detail) && detail.TryGetProperty("object", out var item) ? Prefix().Match(item.ToString()) : null;
        return bucket is not null
            ? $"for each new object in bucket {index.ShortName(bucket, "buckets")}{(key is { Success: true } ? $", prefix {key.Groups[1].Value}" : "")}"
            : root.TryGetProperty("source", out var source) && source[0].GetString() is { } name ? $"on events of {name}" : "on events";
    }

    // A job that nothing starts has its network in the command that the stack prints for it.
    private Start OnDemand(ResourceNode definition)
    {
        var command = index.OutputTexts().FirstOrDefault(
            text => text.Contains("run-task", StringComparison.Ordinal) && Symbol.In(text).Any(symbol => symbol.Resource == definition.Key));
        var placement = Network().Match(command ?? "");
        return new Start(
            "run by command",
            placement.Success ? [.. placement.Groups["subnets"].Value.Split(',')] : [],
            placement.Success ? [.. placement.Groups["groups"].Value.Split(',')] : [],
            placement.Groups["public"].Value == "ENABLED",
            [.. Provider().Matches(command ?? "").Select(match => match.Groups[1].Value)]);
    }

    [GeneratedRegex(@"subnets=\[(?<subnets>.*?)\],securityGroups=\[(?<groups>.*?)\],assignPublicIp=(?<public>\w+)")]
    private static partial Regex Network();

    [GeneratedRegex("capacityProvider=([^,]+)")]
    private static partial Regex Provider();

    [GeneratedRegex("\"prefix\": ?\"([^\"]*)\"")]
    private static partial Regex Prefix();

    private sealed record Start(
        string Text, ImmutableArray<string> Subnets, ImmutableArray<string> Groups, bool HasPublicAddress, ImmutableArray<string> Providers)
    {
        public static Start Of(string text, PropertyValue.Map task, PropertyValue.Map network) => new(
            text,
            network.Texts("subnets"),
            network.Texts("securityGroups"),
            network.Flag("assignPublicIp") == true || network.Text("assignPublicIp") == "ENABLED",
            [.. task.Items("capacityProviderStrategies").OfType<PropertyValue.Map>().Select(strategy => strategy.Text("capacityProvider")).OfType<string>()]);
    }
}
