using Infra.Configuration.Binding;

namespace Infra.Tests.Configuration.Binding;

public sealed class ConfigProblemsTests
{
    private readonly ConfigProblems _problems = new("dev");

    [Fact]
    public void Message_ListsProblemsByTopLevelKey()
    {
        _problems.SetOrder(["app:network", "app:service"]);
        _problems.Add("aws:region", "is required");
        _problems.Add("app:service.memoryMiB", "3000 does not fit cpuUnits 512; use 1024, 2048, 3072 or 4096");
        _problems.Add("app:service.cpuUnits", "is required");
        _problems.Add("app:network.zones[1]", "is listed twice; remove one");

        Assert.Equal(
            """
            The configuration of stack 'dev' has 4 problems:
              - app:network.zones[1]: is listed twice; remove one
              - app:service.memoryMiB: 3000 does not fit cpuUnits 512; use 1024, 2048, 3072 or 4096
              - app:service.cpuUnits: is required
              - aws:region: is required
            """.ReplaceLineEndings("\n"),
            _problems.Message());
    }

    [Fact]
    public void Warning_IsNotAProblem()
    {
        _problems.SetOrder(["app:network", "app:service"]);
        _problems.Warn("app:service.image", "nginx has no tag");
        _problems.Warn("app:network", "is wide");
        _problems.Warn("app:network", "is wide");

        Assert.False(_problems.Any);
        Assert.False(_problems.HasProblem("app:service.image"));
        Assert.Equal(["app:network: is wide", "app:service.image: nginx has no tag"], _problems.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void RepeatedProblem_IsListedOnce()
    {
        _problems.Add("app:service", "is required");
        _problems.Add("app:service", "is required");

        Assert.Equal("The configuration of stack 'dev' has 1 problem:\n  - app:service: is required", _problems.Message());
    }

    [Theory]
    [InlineData("app:service.scaling", true)]           // itself
    [InlineData("app:service.scaling.maxTasks", true)]  // inside
    [InlineData("app:service.scaling[0]", true)]        // inside
    [InlineData("app:service", true)]                   // around
    [InlineData("app:service.scalingPolicy", false)]    // only the same prefix
    [InlineData("app:service.image", false)]
    public void HasProblem_KeyInsideOrAroundTheProblem_IsTrue(string key, bool expected)
    {
        _problems.Add("app:service.scaling", "is required");

        Assert.Equal(expected, _problems.HasProblem(key));
    }

    [Fact]
    public void Rule_KeyWithProblem_DoesNotRun()
    {
        _problems.Add("app:service.cpuUnits", "is required");

        _problems.Rule(["app:service.memoryMiB", "app:service.cpuUnits"], () => "does not fit");
        _problems.Rule(["app:service.memoryMiB"], () => "is odd");
        _problems.Rule(["app:network.cidr"], () => null);
        _problems.Rule(["app:network.cidr"], () => _problems.Add("app:network.zones", "is too long for the range"));

        Assert.Equal(
            ["app:service.cpuUnits: is required", "app:service.memoryMiB: is odd", "app:network.zones: is too long for the range"],
            _problems.All.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Show_InsideSecretKey_IsHidden()
    {
        _problems.MarkSecret("app:service");

        Assert.Equal("(secret)", _problems.Show("app:service.memoryMiB", 3000));
        Assert.Equal("3000", _problems.Show("app:serviceName", 3000));
    }
}
