using Infra.Stack.Rules;

namespace Infra.Tests.Stack.Rules;

public sealed class ReferencesTests
{
    [Theory]
    [InlineData("big", "big small", null)]
    [InlineData("smal", "big small", "smal is not in app:cluster.instances; did you mean small?")]
    [InlineData("other", "small big", "other is not in app:cluster.instances; use big or small")]
    [InlineData("big", "", "big is not in app:cluster.instances, which is empty")]
    public void Name_MustBeInItsBlock(string name, string known, string? problem) =>
        Assert.Equal(problem, References.Problem(name, known.Split(' ', StringSplitOptions.RemoveEmptyEntries), "cluster.instances"));
}
