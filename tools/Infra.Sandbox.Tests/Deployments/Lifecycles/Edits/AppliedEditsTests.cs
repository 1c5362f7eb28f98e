using Infra.Sandbox.Deployments.Commands;
using Infra.Sandbox.Tests.Deployments.Support;
using Infra.Sandbox.Tests.Terraform.Support;
using Infra.Tests.Support;

namespace Infra.Sandbox.Tests.Deployments.Lifecycles.Edits;

public sealed class AppliedEditsTests
{
    public static TheoryData<string> Files => [.. AppliedEdits.All.Values.Select(stack => stack.File)];

    [Fact]
    public void AppliedEdits_AreAtLeast60DifferentKeys()
    {
        var keys = AppliedEdits.All.Values
            .SelectMany(stack => stack.Rounds.SelectMany(round => round.Edits).Select(edit => $"{stack.File} {edit.Key}"))
            .ToList();

        Assert.Distinct(keys);
        Assert.InRange(keys.Count, 60, 200);
    }

    [Fact]
    public void Lifecycles_HaveAtMostTwoRounds() => Assert.All(AppliedEdits.All.Values, stack => Assert.InRange(stack.Rounds.Length, 1, 2));

    [Fact]
    public void EditedKeys_AreNotInsideOthersOfTheirRound() => Assert.All(AppliedEdits.All.Values.SelectMany(stack => stack.Rounds), round => Assert.DoesNotContain(
        round.Edits, inner => round.Edits.Any(outer => inner.Key.StartsWith($"{outer.Key}.", StringComparison.Ordinal))));

    // Otherwise another edit of the same deployment would hide that the edit does nothing.
    [Theory]
    [MemberData(nameof(Files))]
    public async Task EveryEdit_ChangesSomethingThatNoOtherEditOfItsRoundChanges(string file)
    {
        using var project = new SandboxProject();
        var text = await File.ReadAllTextAsync(RepositoryFiles.Path(file));
        var running = await EvaluateAsync(project, text);
        foreach (var round in AppliedEdits.All.Values.Single(stack => stack.File == file).Rounds)
        {
            List<(KeyEdit Edit, string[] Changes)> steps = [];
            foreach (var edit in round.Edits)
            {
                text = EditedStackFile.Of(text, [edit]);
                var wanted = await EvaluateAsync(project, text);
                steps.Add((edit, [.. new ModelChanges(running, wanted, AwsSchema.Version5).Predicted().SelectMany(change => Parts(change.Key, change.Value))]));
                running = wanted;
            }

            var seen = steps.SelectMany(step => step.Changes).CountBy(change => change).ToDictionary();
            Assert.Equal([], steps.Where(step => !step.Changes.Any(change => seen[change] == 1)).Select(step => step.Edit.Key));
        }
    }

    private static IEnumerable<string> Parts(string address, PlannedChange change) =>
        change.Attributes.DefaultIfEmpty("").Select(attribute => $"{change.Action} {address} {attribute}");

    private static async Task<EvaluatedStack> EvaluateAsync(SandboxProject project, string text)
    {
        var file = project.File("edited.yaml");
        await File.WriteAllTextAsync(file, text);
        return await project.EvaluateAsync(new StackRequest { Stack = "dev", ConfigFile = file });
    }
}
