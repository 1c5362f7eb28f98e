namespace Infra.Components.Data;

/// <summary>Everything that keeps something for tasks; what the stack file does not ask for is null.</summary>
internal sealed record Stores
{
    public Database? Database { get; init; }

    public Storage? Storage { get; init; }

    public FileSystems? FileSystems { get; init; }

    public Queues? Queues { get; init; }

    public Repositories? Repositories { get; init; }

    public static Stores Create(Foundation foundation)
    {
        var (names, config) = (foundation.Context.Names, foundation.Config);
        return new Stores
        {
            Database = Database.For(names.Logical("database"), foundation),
            Storage = Storage.For(names.Logical("storage"), foundation),
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
            SecurityGroupId = foundation.SecurityGroups.IdOf(Planning.TrafficPeer.FileSystems),
            KmsKeyArn = foundation.Context.KmsKeyArn,
            Directories = foundation.Config.AllTasks.SelectMany(task => task.Task.Directories),
        });
}
