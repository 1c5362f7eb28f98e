using Infra.Tests.Support;

namespace Infra.Tests.Stack.Parts;

/// <summary>Each part does what its description promises, in every known stack that has it.</summary>
public sealed class PartPromiseTests
{
    private static readonly string[] BackedUpTypes = ["aws:rds/instance:Instance", "aws:efs/fileSystem:FileSystem"];

    public static TheoryData<string, string> PresentParts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var stack in KnownStacks.Names)
            {
                foreach (var part in KnownStacks.Config(stack).Parts.Where(part => part.IsPresent))
                {
                    data.Add(stack, part.GetType().Name);
                }
            }

            return data;
        }
    }

    [Fact]
    public void KnownStacks_Together_HaveEveryPart() => Assert.Equal(
        TestConfigs.Minimal.Parts.Select(part => part.GetType().Name).Order(StringComparer.Ordinal),
        KnownStacks.Names.SelectMany(stack => KnownStacks.Config(stack).Parts).Where(part => part.IsPresent).Select(part => part.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Placeholders_Described_AreMade(string stack, string part)
    {
        var (description, made, _) = await Find(stack, part);

        Assert.Equal(description.Placeholders.Order(StringComparer.Ordinal), made.Placeholders.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Secrets_Described_AreMade(string stack, string part)
    {
        var (description, made, _) = await Find(stack, part);

        Assert.Equal(description.Secrets.Order(StringComparer.Ordinal), made.Secrets.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Permissions_OfEveryTask_AreAboutMadeResources(string stack, string part)
    {
        var (description, made, _) = await Find(stack, part);
        var named = KnownStacks.Config(stack).AllTasks
            .SelectMany(task => description.PermissionsFor(task.Task, new AwsScope("eu-central-1", null)))
            .SelectMany(permission => permission.Of);

        Assert.Empty(named.Except(made.Arns.Keys));
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Target_IsReachedByTheTasksThatUseIt_AndByNoOthers(string stack, string part)
    {
        var (description, _, run) = await Find(stack, part);
        if (description.Target is { } target)
        {
            var users = KnownStacks.Config(stack).AllTasks
                .Where(task => description.IsUsedBy(task.Task))
                .Select(task => $"{task.Peer} -> {target.Peer}  tcp {target.Ports}")
                .Distinct().Order(StringComparer.Ordinal);

            Assert.Equal(users, ReachPicture.Of(run).Where(line => line.Contains($" -> {target.Peer} ", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Target_IsWaitedForByTasks(string stack, string part)
    {
        var (description, made, _) = await Find(stack, part);

        Assert.True(description.Target is null || made.IsNeededByTasks, $"tasks do not wait for {part}");
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task Monitored_HasAlarmsAndGraphs(string stack, string part)
    {
        var (description, made, _) = await Find(stack, part);
        if (description.IsMonitored)
        {
            Assert.NotEmpty(made.Alarms(new AlarmsConfig()).SelectMany(subject => subject.Alarms));
            Assert.NotEmpty(made.DashboardRows.SelectMany(row => row.Graphs));
        }
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task PartThatTasksListInUses_IsMonitored(string stack, string part)
    {
        var (description, _, _) = await Find(stack, part);

        Assert.True(description.IsMonitored || !description.IsListedInUses, part);
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task DataThatAwsBackupKnows_IsBackedUp(string stack, string part)
    {
        var (_, made, run) = await Find(stack, part);
        var stored = run.Resources.Count(resource => BackedUpTypes.Contains(resource.Type) && IsIn(resource, made, run));

        Assert.Equal(stored, made.BackupArns.Count());
    }

    [Theory]
    [MemberData(nameof(PresentParts))]
    public async Task NeedsIsolatedSubnets_MeansThatTheNetworkHasThem(string stack, string part)
    {
        var (description, _, _) = await Find(stack, part);
        var config = KnownStacks.Config(stack);

        Assert.True(!description.NeedsIsolatedSubnets || config.Network is not null || config.ExistingNetwork!.HasIsolatedSubnets, part);
    }

    private static bool IsIn(RegisteredResource resource, IStackPart made, StackRun run) =>
        resource.Resource == made || (resource.Options.Parent is { } parent && (parent == made || run.Resources.Any(other => other.Resource == parent && IsIn(other, made, run))));

    /// <summary>A part's description and what was made of it; both are in the folder of the part.</summary>
    private static async Task<(PartDescription Description, IStackPart Made, StackRun Run)> Find(string stack, string part)
    {
        var run = await KnownStacks.Run(stack);
        var parts = run.Stack!.Parts;
        var description = Assert.Single(parts.Descriptions, description => description.GetType().Name == part);
        var made = Assert.Single(parts.Made, made => Folder(made) == Folder(description));
        return (description, made, run);
    }

    private static string Folder(object part) => part.GetType().Namespace!.Replace(".Parts", "", StringComparison.Ordinal);
}
