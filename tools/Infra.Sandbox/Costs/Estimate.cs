namespace Infra.Sandbox.Costs;

/// <summary>A low, a typical and a high value: a quantity, or an amount in USD.</summary>
internal readonly record struct Estimate(decimal Low, decimal Typical, decimal High)
{
    public static Estimate Fixed(decimal value) => new(value, value, value);

    public static Estimate operator +(Estimate one, Estimate other) => new(one.Low + other.Low, one.Typical + other.Typical, one.High + other.High);

    public static Estimate operator -(Estimate one, Estimate other) => new(one.Low - other.Low, one.Typical - other.Typical, one.High - other.High);

    public static Estimate operator *(Estimate estimate, decimal factor) => new(estimate.Low * factor, estimate.Typical * factor, estimate.High * factor);

    public bool IsFixed => Low == Typical && Typical == High;

    public bool IsZero => this == default;

    public static Estimate Sum(IEnumerable<Estimate> estimates) => estimates.Aggregate(default(Estimate), (sum, next) => sum + next);

    public static Estimate Max(Estimate one, Estimate other) =>
        new(Math.Max(one.Low, other.Low), Math.Max(one.Typical, other.Typical), Math.Max(one.High, other.High));
}
