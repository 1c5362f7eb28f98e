using System.Collections.Immutable;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Diagrams.Reading;

/// <summary>Reads the database, the cache and the file systems.</summary>
internal sealed class StoreReader(StackIndex index, NetworkReader network, SecurityGroupReader groups)
{
    public IEnumerable<PlacedNode> Read() =>
    [
        .. index.Of(Types.Database).Select(Database),
        .. index.Of(Types.Cache).Concat(index.Of(Types.ServerlessCache)).Select(Cache),
        .. FileSystems(),
    ];

    private PlacedNode Database(ResourceNode database)
    {
        var inputs = database.Inputs;
        var subnets = index.Find(inputs.Text("dbSubnetGroupName"))?.Inputs.Texts("subnetIds") ?? [];
        var facts = new FactList
        {
            { "engine", $"{(inputs.Text("engine") == "postgres" ? "PostgreSQL" : inputs.Text("engine"))} {inputs.Text("engineVersion")}" },
            { "class", inputs.Text("instanceClass") },
            { "storage", $"{Quantities.Range(inputs.Number("allocatedStorage"), inputs.Number("maxAllocatedStorage"))} GiB {inputs.Text("storageType")}".TrimEnd() },
            { "zones", inputs.Flag("multiAz") == true ? "Multi-AZ: standby in another zone" : "single zone", FactSide.Right },
            { "backups", inputs.Number("backupRetentionPeriod") is > 0 and var days ? $"backups {Quantities.Count(days, "day")}" : "no backups", FactSide.Right },
            { "protection", inputs.Flag("deletionProtection") == true ? "deletion protection" : null, FactSide.Right },
        };
        return Store(database, NodeKind.Database, "Database", facts, subnets, inputs.Texts("vpcSecurityGroupIds"));
    }

    private PlacedNode Cache(ResourceNode cache)
    {
        var inputs = cache.Inputs;
        var subnets = index.Find(inputs.Text("subnetGroupName"))?.Inputs.Texts("subnetIds") ?? inputs.Texts("subnetIds");
        var nodes = inputs.Number("numCacheClusters");
        var facts = new FactList
        {
            { "engine", $"{(inputs.Text("engine") == "valkey" ? "Valkey" : inputs.Text("engine"))} {inputs.Text("engineVersion") ?? inputs.Text("majorEngineVersion")}" },
            { "class", nodes is null ? "serverless" : $"{Quantities.Plain(nodes.Value)} × {inputs.Text("nodeType")}" },
            { "zones", inputs.Flag("multiAzEnabled") == true ? "Multi-AZ: replica in another zone" : nodes is 1 ? "single zone" : null, FactSide.Right },
            { "backups", (inputs.Number("snapshotRetentionLimit") ?? 0) is > 0 and var days ? $"backups {Quantities.Count(days, "day")}" : "no backups", FactSide.Right },
        };
        return Store(cache, NodeKind.Cache, "Cache", facts, subnets, inputs.Texts("securityGroupIds"));
    }

    // All file systems have one security group, and are one box.
    private IEnumerable<PlacedNode> FileSystems()
    {
        var systems = index.Of(Types.FileSystem).ToList();
        if (systems.Count == 0)
        {
            yield break;
        }

        var targets = index.Of(Types.MountTarget).ToList();
        var facts = new FactList();
        foreach (var system in systems)
        {
            var name = index.ShortName(system, "files");
            facts.Add($"file system:{name}", $"{name}: EFS, {system.Inputs.Text("throughputMode") ?? "bursting"} throughput");
        }

        facts.Add("targets", "mount target in each zone", FactSide.Right);
        yield return Store(
            systems[0],
            NodeKind.FileSystems,
            systems.Count == 1 ? "File system" : "File systems",
            facts,
            targets.Select(target => target.Inputs.Text("subnetId")).OfType<string>().Distinct(),
            targets.SelectMany(target => target.Inputs.Texts("securityGroups")));
    }

    private PlacedNode Store(
        ResourceNode store, NodeKind kind, string title, FactList facts, IEnumerable<string> subnets, IEnumerable<string> securityGroups)
    {
        var place = network.Place(subnets, BandKind.Isolated);
        return new PlacedNode(place.Band, new DiagramNode
        {
            Id = groups.NameOf(securityGroups) ?? store.Key.Name,
            Kind = kind,
            Title = title,
            Facts = facts.ToImmutable(),
            Zones = place.Zones,
            Resources = [store.Parent!.Value],
        });
    }
}
