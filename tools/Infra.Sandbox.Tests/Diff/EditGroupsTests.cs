using System.Collections.Immutable;
using Infra.Sandbox.Diff.StackFiles;

namespace Infra.Sandbox.Tests.Diff;

public sealed class EditGroupsTests
{
    [Fact]
    public void ValidEdits_AreAloneInTheirGroups() => Assert.Equal(["a", "b", "c"], Groups(_ => true));

    [Fact]
    public void EditThatNeedsAnother_IsInOneGroupWithIt() =>
        Assert.Equal(["a", "b c"], Groups(keys => !keys.Contains('b') || keys.Contains('c'), exceptAlone: "c"));

    [Fact]
    public void EditThatNeedsAValidOne_IsGroupedWithIt() => Assert.Equal(["a", "b c", "c"], Groups(keys => !keys.Contains('b') || keys.Contains('c')));

    [Fact]
    public void EditsThatNeedEachOther_AreOneGroup() =>
        Assert.Equal(["a b c"], Groups(keys => keys.Length is 0 or 3));

    private static IEnumerable<string> Groups(Func<string, bool> isValid, string exceptAlone = "")
    {
        ImmutableArray<StackEdit> edits = [.. "abc".Select(key => new StackEdit([key.ToString()], "new", []))];
        return EditGroups.Of(edits, some => Keys(some) is var keys && keys != exceptAlone && isValid(keys)).Select(group => string.Join(' ', Keys([.. group]).ToArray()));
    }

    private static string Keys(IEnumerable<StackEdit> edits) => string.Concat(edits.Select(edit => edit.Path[0]).Order(StringComparer.Ordinal));
}
