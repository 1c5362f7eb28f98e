using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the services outside the VPC: buckets, queues, secrets, repositories, alarms and backups.</summary>
internal sealed class RegionalReader(StackIndex index)
{
    private const string DeadLetters = "_dead";
    private const string TaskSecrets = "task-secrets-";
    private const string Parameter = ":parameter/";

    public IEnumerable<DiagramNode> Read() =>
    [
        .. index.Of(Types.Bucket).Select(Bucket),
        .. index.Of(Types.Queue).Where(IsMain).Select(Queue),
        .. Secrets(),
        .. index.Of(Types.Repository).Select(Repository),
        .. Alarms(),
        .. index.Of(Types.BackupPlan).Select(Backup),
    ];

    private DiagramNode Bucket(ResourceNode bucket)
    {
        var name = index.ShortName(bucket, "buckets");
        var isVersioned = index.Of(Types.BucketVersioning).Any(versioning => IsAbout(versioning, bucket));
        var days = index.Of(Types.BucketLifecycle)
            .Where(lifecycle => IsAbout(lifecycle, bucket))
            .SelectMany(lifecycle => lifecycle.Inputs.Items("rules").OfType<PropertyValue.Map>())
            .Select(rule => rule.Map("expiration").Number("days"))
            .FirstOrDefault(number => number is not null);
        return Node($"bucket:{name}", NodeKind.Bucket, $"Bucket {name}", bucket, new FactList
        {
            { "versions", isVersioned ? "versioned" : null },
            { "expiry", days is { } number ? $"kept {Quantities.Count(number, "day")}" : null },
        });
    }

    private DiagramNode Queue(ResourceNode queue)
    {
        var name = index.ShortName(queue, "queues");
        var receives = (queue.Inputs.Text("redrivePolicy") ?? "").Split("\"maxReceiveCount\":") is [_, var count] ? count.TrimEnd('}') : null;
        return Node($"queue:{name}", NodeKind.Queue, $"Queue {name}", queue, new FactList
        {
            { "deadLetters", receives is null ? null : $"dead-letter queue after {receives} receives" },
        });
    }

    private IEnumerable<DiagramNode> Secrets()
    {
        var stored = index.Of(Types.Secret).ToList();
        string[] names =
        [
            .. stored.Select(secret => index.ShortName(secret, "").Split(TaskSecrets)[^1]),
            .. index.Of(Types.TaskDefinition).SelectMany(TaskReader.SecretsOf)
                .Where(source => source.Contains(Parameter, StringComparison.Ordinal))
                .Select(source => $"{source.Split('/')[^1]} (SSM)")
                .Order(StringComparer.Ordinal),
        ];
        if (names.Length == 0)
        {
            yield break;
        }

        yield return new DiagramNode
        {
            Id = "secrets",
            Kind = NodeKind.Secrets,
            Title = "Secrets",
            Facts = [.. names.Distinct().Select(name => new Fact(name, name))],
            Resources = [.. stored.Select(secret => secret.Key)],
        };
    }

    private DiagramNode Repository(ResourceNode repository)
    {
        var name = index.ShortName(repository, "repositories");
        return Node($"repository:{name}", NodeKind.Repository, $"Repository {name}", repository, new FactList
        {
            { "tags", repository.Inputs.Text("imageTagMutability") == "IMMUTABLE" ? "immutable tags" : null },
            { "scan", repository.Inputs.Map("imageScanningConfiguration").Flag("scanOnPush") == true ? "scan on push" : null },
        });
    }

    private IEnumerable<DiagramNode> Alarms()
    {
        var alarms = index.Of(Types.Alarm).Count();
        var receivers = index.Of(Types.TopicSubscription).Select(subscription => subscription.Inputs.Text("endpoint")).OfType<string>().ToList();
        if (alarms + receivers.Count > 0)
        {
            yield return new DiagramNode
            {
                Id = "alarms",
                Kind = NodeKind.Alarms,
                Title = "Alarms",
                Facts = new FactList
                {
                    { "alarms", Quantities.Count(alarms, "alarm") },
                    { "receivers", receivers.Count == 0 ? null : $"to {string.Join(", ", receivers)}" },
                }.ToImmutable(),
                Resources = [.. index.Of(Types.Alarm).Concat(index.Of(Types.TopicSubscription)).Select(node => node.Key)],
            };
        }
    }

    private DiagramNode Backup(ResourceNode plan)
    {
        var rule = plan.Inputs.Items("rules").OfType<PropertyValue.Map>().FirstOrDefault() ?? PropertyValue.Map.Empty;
        return Node("backup", NodeKind.Backup, "AWS Backup", plan, new FactList
        {
            { "schedule", rule.Text("schedule") },
            { "retention", rule.Map("lifecycle").Number("deleteAfter") is { } days ? $"kept {Quantities.Count(days, "day")}" : null },
        });
    }

    private static DiagramNode Node(string id, NodeKind kind, string title, ResourceNode resource, FactList facts) => new()
    {
        Id = id,
        Kind = kind,
        Title = title,
        Facts = facts.ToImmutable(),
        Resources = [resource.Parent!.Value],
    };

    private bool IsAbout(ResourceNode setting, ResourceNode bucket) => index.Find(setting.Inputs.Text("bucket"))?.Key == bucket.Key;

    // Queues for failed messages and events belong to what fails.
    private bool IsMain(ResourceNode queue) => !queue.Key.Name.EndsWith(DeadLetters, StringComparison.Ordinal)
        && index.ShortName(queue, "queues") is var name && !name.EndsWith("-failed", StringComparison.Ordinal);
}
