using Infra.Databases;
using Infra.FileStorage;
using Infra.Networking;
using Infra.ObjectStorage;
using Infra.Queueing;
using Infra.Registry;

namespace Infra.Stack;

/// <summary>Everything that keeps something for tasks; what the stack file does not ask for is null.</summary>
internal sealed record Stores
{
    public Database? Database { get; init; }

    public Buckets? Buckets { get; init; }

    public FileSystems? FileSystems { get; init; }

    public Queues? Queues { get; init; }

    public Repositories? Repositories { get; init; }

    public static Stores Create(Foundation foundation)
    {
        var (names, config) = (foundation.Context.Names, foundation.Config);
        return new Stores
        {
            Database = Database.For(names.Logical("database"), foundation),
            Buckets = Buckets.For(names.Logical("buckets"), foundation),
            FileSystems = CreateFileSystems(foundation),
            Queues = Queues.For(names.Logical("queues"), config.Queues, foundation.Context),
            Repositories = Repositories.For(names.Logical("repositories"), config.Repositories, foundation.Context),
        };
    }

    private static FileSystems? CreateFileSystems(Foundation foundation) => foundation.Config.FileSystems.Count == 0 ? null : FileSystems.For(
        foundation.Context.Names.Logical("files"),
        foundation.Config.FileSystems,
        new FileSystemsArgs
        {
            Network = foundation.Network,
            SecurityGroupId = foundation.SecurityGroups.IdOf(TrafficPeer.FileSystems),
            KmsKeyArn = foundation.Context.KmsKeyArn,
            Directories = foundation.Config.AllTasks.SelectMany(task => task.Task.Directories),
        });
}
